import { type Static, Type } from 'typebox';

/** What the hub tells in passing; clients pass over kinds that they do not know. */
export const Notice = Type.Union([
  /** The connection ends next; `code` is one of `CLOSE`. */
  Type.Object({ kind: Type.Literal('closing'), code: Type.Integer(), reason: Type.String() }),
  /** The hub ends soon: reconnect after `after` milliseconds. */
  Type.Object({ kind: Type.Literal('drain'), after: Type.Integer() }),
  /** Edits cannot be stored at the moment, or can be again. They stay with the clients until acknowledged. */
  Type.Object({ kind: Type.Literal('storage'), works: Type.Boolean() }),
  /** A version was named, or an old one brought back. */
  Type.Object({
    kind: Type.Literal('version'),
    what: Type.Union([Type.Literal('saved'), Type.Literal('restored')]),
    name: Type.String(),
    by: Type.String()
  })
]);
export type Notice = Static<typeof Notice>;
