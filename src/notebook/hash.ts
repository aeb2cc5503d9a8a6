import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** The text as it is analysed and hashed: line ends are LF, blanks at the very end are gone. */
export function normaliseSource(source: string): string {
  return source.replace(/\r\n?/g, '\n').trimEnd();
}

/** 16 hex digits of the SHA-256 of the normalised text: tells whether a cell is still the one drawn. */
export function hashSource(source: string): string {
  return bytesToHex(sha256(utf8ToBytes(normaliseSource(source)))).slice(0, 16);
}
