import { type Static, Type } from 'typebox';

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

/** The name of a user as others see it. */
export const nameOf = ({ username, name, display_name }: User): string => display_name || name || username;
