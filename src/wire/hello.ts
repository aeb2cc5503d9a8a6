import { type Static, Type } from 'typebox';
import { Role } from './role';
import { User } from './user';

/** What the hub says first: which history the room has, who the client is here, and how much it may send. */
export const Hello = Type.Object({
  /** Of this incarnation of the room; a history made for another one must never be merged in. */
  epoch: Type.String(),
  /** True while nobody wrote to the room: a client that has the file sends `seed`. */
  empty: Type.Boolean(),
  role: Role,
  user: User,
  limits: Type.Object({
    /** Largest frame, in bytes. */
    frame: Type.Integer(),
    /** Largest state of presence, as JSON in UTF-8 bytes. */
    presence: Type.Integer(),
    /** Most states of presence in a second; of more, the last ones win. */
    presenceRate: Type.Integer()
  })
});
export type Hello = Static<typeof Hello>;
