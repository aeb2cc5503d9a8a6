import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';

const Name = Type.String({ minLength: 1, maxLength: 256 });
const Shown = Type.Optional(Type.Union([Type.String({ maxLength: 256 }), Type.Null()]));

/** Who is on the other end of a connection, in the words of Jupyter's identity. */
export const User = Type.Object({
  username: Name,
  name: Shown,
  display_name: Shown,
  color: Shown
});
export type User = Static<typeof User>;

/** Reads the user from a header, base64url of JSON; nothing if the header does not hold one. */
export function readUser(header: string): User | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(header, 'base64url').toString('utf8'));
    return Value.Check(User, value) ? value : undefined;
  } catch {
    return undefined;
  }
}
