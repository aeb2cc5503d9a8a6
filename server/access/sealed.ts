import { jwtVerify, SignJWT } from 'jose';
import { Value } from 'typebox/value';
import type { Static, TSchema } from 'typebox';

/** What the hub gives to a browser to bring back unchanged: signed, for one purpose, and for some time. */
export interface Seal<T> {
  seal(content: T): Promise<string>;
  /** Nothing when the text was not sealed here for this purpose, or too long ago. */
  open(text: string | undefined): Promise<T | undefined>;
}

/** A seal of one purpose. @param seconds how long what it sealed holds */
export function sealOf<S extends TSchema>(
  key: Uint8Array,
  purpose: string,
  seconds: number,
  schema: S
): Seal<Static<S>> {
  return {
    seal: content =>
      new SignJWT({ content })
        .setProtectedHeader({ alg: 'HS256' })
        .setAudience(purpose)
        .setExpirationTime(`${seconds}s`)
        .sign(key),
    async open(text) {
      try {
        const { payload } = await jwtVerify(text ?? '', key, { audience: purpose, algorithms: ['HS256'] });
        return Value.Check(schema, payload.content) ? payload.content : undefined;
      } catch {
        return undefined;
      }
    }
  };
}
