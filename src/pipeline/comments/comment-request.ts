import { type Static, Type } from 'typebox';
import { Position } from '../position';

const Id = Type.String({ pattern: '^[0-9A-Za-z]{1,64}$' });
const Text = Type.String({ minLength: 1, maxLength: 10_000 });

/**
 * A change of comments; the hub makes it for who may not edit. Who says it and when is stamped by whoever makes it; the
 * ids are chosen by the client, so that it knows its own again.
 */
export const CommentRequest = Type.Union([
  Type.Object({
    do: Type.Literal('open'),
    thread: Id,
    message: Id,
    /** The node that the thread is about; else a place on the canvas. */
    node: Type.Optional(Type.String({ maxLength: 256 })),
    at: Type.Optional(Position),
    text: Text
  }),
  Type.Object({ do: Type.Literal('reply'), thread: Id, message: Id, text: Text }),
  Type.Object({ do: Type.Literal('resolve'), thread: Id }),
  Type.Object({ do: Type.Literal('reopen'), thread: Id }),
  /** Takes back a message of one's own; a thread goes with its last one. */
  Type.Object({ do: Type.Literal('remove'), thread: Id, message: Id })
]);
export type CommentRequest = Static<typeof CommentRequest>;
