import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/** The text as it is analysed and hashed: line ends are LF, blanks at the very end are gone. */
export function normaliseSource(source: string): string {
  return source.replace(/\r\n?/g, '\n').trimEnd();
}

/** 16 hex digits of the SHA-256 of the normalised text: tells whether a cell is still the one drawn. */
export function hashSource(source: string): string {
  return hashNormalised(normaliseSource(source));
}

/** The same of a text that is normalised. */
export function hashNormalised(text: string): string {
  return bytesToHex(sha256(ENCODER.encode(text)).subarray(0, 8));
}

const ENCODER = new TextEncoder();
