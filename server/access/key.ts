import { existsSync, readFileSync } from 'node:fs';
import { type CryptoKey, importJWK, type JWK } from 'jose';

/** The algorithm that goes with a kind of key. A token's own word on it is never believed. */
const ALGORITHMS: Readonly<Record<string, string>> = { oct: 'HS256', EC: 'ES256', OKP: 'EdDSA' };
/** HMAC-SHA256 is as strong as its key, up to 32 bytes (RFC 7518, 3.2). */
const LEAST_SECRET = 32;
const NAMED_SECRET = /^([\w.-]{1,64}):(\S+)$/;

/** A key that signs tokens of rooms, or checks them. */
export interface Key {
  /** Name by which tokens say which key signed them. */
  kid: string;
  alg: string;
  key: CryptoKey | Uint8Array;
  /** Names of the users for whom this key may sign; absent: all. */
  users?: readonly string[];
}

/** Keys that cannot be used; the message names no key. */
export class KeyError extends Error {
  override readonly name = 'KeyError';
}

/**
 * Reads keys from a setting: `kid:secret` for HMAC-SHA256, several apart by commas, or the path of a file with a JWK or
 * a JWK Set. Each JWK has a `kid`, is of type `oct`, `EC` (P-256) or `OKP` (Ed25519), and may have `users`, the names
 * of those for whom it signs.
 * @throws KeyError
 */
export async function readKeys(setting: string, name: string): Promise<Key[]> {
  const jwks = existsSync(setting)
    ? inFile(setting, name)
    : setting.split(',').map(part => named(part, name));
  const keys = await Promise.all(jwks.map(jwk => importKey(jwk, name)));
  if (keys.length === 0 || new Set(keys.map(({ kid }) => kid)).size < keys.length) {
    throw new KeyError(`${name} needs at least one key, each with a kid of its own.`);
  }
  return keys;
}

type RoomJwk = JWK & { users?: unknown };

function inFile(path: string, name: string): RoomJwk[] {
  try {
    const content = JSON.parse(readFileSync(path, 'utf8')) as RoomJwk | { keys: RoomJwk[] };
    return 'keys' in content && Array.isArray(content.keys) ? content.keys : [content as RoomJwk];
  } catch {
    throw new KeyError(`${name} names a file that holds no JWK: ${path}.`);
  }
}

function named(text: string, name: string): RoomJwk {
  const [, kid, secret] = NAMED_SECRET.exec(text.trim()) ?? [];
  if (!kid) {
    throw new KeyError(`${name} must be kid:secret, or the path of a file with a JWK.`);
  }
  return { kty: 'oct', kid, k: Buffer.from(secret).toString('base64url') };
}

async function importKey(jwk: RoomJwk, name: string): Promise<Key> {
  const { kid, kty = '', k = '', users } = jwk;
  const alg = Object.hasOwn(ALGORITHMS, kty) ? ALGORITHMS[kty] : undefined;
  if (typeof kid !== 'string' || !alg || (jwk.alg !== undefined && jwk.alg !== alg)) {
    throw new KeyError(
      `Each key of ${name} needs a kid, and to be of type oct, EC (P-256) or OKP (Ed25519).`
    );
  }
  if (kty === 'oct' && Buffer.from(k, 'base64url').length < LEAST_SECRET) {
    throw new KeyError(`The secret of key ${kid} in ${name} is shorter than ${LEAST_SECRET} bytes.`);
  }
  if (users !== undefined && !(Array.isArray(users) && users.every(user => typeof user === 'string'))) {
    throw new KeyError(`The users of key ${kid} in ${name} must be a list of names.`);
  }
  try {
    return { kid, alg, key: await importJWK(jwk, alg), ...(users && { users }) };
  } catch {
    throw new KeyError(`Key ${kid} of ${name} cannot be read as a JWK of type ${kty}.`);
  }
}
