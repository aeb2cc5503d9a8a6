/** Fills an array with random bytes, as `crypto.getRandomValues` does. */
export type RandomBytes = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const cryptoBytes: RandomBytes = bytes => globalThis.crypto.getRandomValues(bytes);

/** A new document id: 128 random bits in base 62, always 22 characters. */
export function newId(random: RandomBytes = cryptoBytes): string {
  let rest = random(new Uint8Array(16)).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n);
  let text = '';
  for (let digit = 0; digit < 22; digit++) {
    text = BASE62[Number(rest % 62n)] + text;
    rest /= 62n;
  }
  return text;
}

const SLUG_LENGTH = 24;
const SUFFIX_LENGTH = 4;

/** Lower-case letters, digits and single hyphens; empty when the text has none. */
export function slug(text: string): string {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = plain.replace(/[^a-z0-9]+/g, '-').replace(/^-/, '');
  return words.slice(0, SLUG_LENGTH).replace(/-$/, '');
}

/**
 * A new node id, such as `train-4kx2`: readable in a diff, and random at the end, so that two people
 * who add a node at the same time, or one who adds it again after a delete, get different ids.
 */
export function newNodeId(
  title: string,
  taken: (id: string) => boolean,
  random: RandomBytes = cryptoBytes
): string {
  const stem = slug(title) || 'node';
  for (;;) {
    const bytes = random(new Uint8Array(SUFFIX_LENGTH));
    const id = `${stem}-${Array.from(bytes, byte => BASE62[byte % 36].toLowerCase()).join('')}`;
    if (!taken(id)) {
      return id;
    }
  }
}
