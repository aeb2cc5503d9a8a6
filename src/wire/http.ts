import { type Static, Type } from 'typebox';
import { Role } from './role';

/**
 * What the hub answers below its base, in JSON; every other answer is `{ error: sentence }` with its status.
 *
 * | request | role | answer |
 * |---|---|---|
 * | GET `hub` | any user | `HubInfo` |
 * | GET `token?room=ID` | any user of an embedded hub that signs for another one | `{ token }` |
 * | GET `rooms/ID` | viewer | `RoomInfo` |
 * | GET, PUT `rooms/ID/shares` (body `ShareChange`) | owner | `Shares` |
 * | GET, POST `rooms/ID/versions` (body `{ name }`) | viewer, editor | `Version[]`, `Version` |
 * | GET `rooms/ID/versions/N` | viewer | text of the pipeline file |
 * | POST `rooms/ID/versions/N/restore` | editor | `Version` |
 * | POST `rooms/ID/runs` (body `{ target }`) | editor | 204; only for the record |
 * | GET `rooms/ID/record` | owner | `RecordEntry[]`, newest first |
 */
export const HubInfo = Type.Object({
  version: Type.String(),
  /** Address of another hub where rooms are to be opened, as for `new URL`; absent: this one. */
  url: Type.Optional(Type.String()),
  /** True when `token` gives the tokens that the other hub asks for. */
  tokens: Type.Optional(Type.Boolean())
});
export type HubInfo = Static<typeof HubInfo>;

export const RoomInfo = Type.Object({ id: Type.String(), epoch: Type.String(), role: Role });
export type RoomInfo = Static<typeof RoomInfo>;

/** Who may do what: single users, and everybody else who can reach the hub (`none`: nobody else). */
export const Shares = Type.Object({
  users: Type.Array(Type.Object({ username: Type.String(), role: Role })),
  others: Type.Union([Role, Type.Literal('none')])
});
export type Shares = Static<typeof Shares>;

/** Gives a user a role or takes it (`none`); without `username`, that of everybody else. */
export const ShareChange = Type.Object({
  username: Type.Optional(Type.String({ minLength: 1, maxLength: 256 })),
  role: Type.Union([Role, Type.Literal('none')])
});
export type ShareChange = Static<typeof ShareChange>;

export const Version = Type.Object({
  id: Type.Integer(),
  name: Type.String(),
  by: Type.String(),
  /** Seconds since 1970. */
  at: Type.Integer()
});
export type Version = Static<typeof Version>;

/** What somebody did with a room. */
export const RecordEntry = Type.Object({
  at: Type.Integer(),
  username: Type.String(),
  what: Type.Enum(['opened', 'edited', 'commented', 'shared', 'named-version', 'restored', 'ran', 'refused']),
  detail: Type.Optional(Type.String())
});
export type RecordEntry = Static<typeof RecordEntry>;
