import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/**
 * Where a file lies, told without telling its path: the same for everybody who has it open on one Jupyter server.
 * @param start what tells one start of a Jupyter server from others that have the same address
 */
export const placeOf = (server: string, start: string, path: string): string =>
  hashOf(JSON.stringify([server, start, path])).slice(0, 24);

/** The first letters of the hash of a text: enough to know again what somebody else wrote. */
export const markOf = (text: string): string => hashOf(text).slice(0, 32);

/** What a client shows of its file: where it lies, and what it last wrote there or found. */
export const announce = (place: string, mark: string): string => `${place}.${mark}`;

/** What a client showed. */
export function announced(shown: string): { place: string; mark: string } {
  const [place, mark = ''] = shown.split('.');
  return { place, mark };
}

const hashOf = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)));
