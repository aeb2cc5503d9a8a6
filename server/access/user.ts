import { Value } from 'typebox/value';
import { User } from '../../src/wire';

/** Reads the user from a header, base64url of JSON; nothing if the header does not hold one. */
export function readUser(header: string): User | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
    return Value.Check(User, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
