import { type Static, Type } from 'typebox';
import { Key } from '../node-fields';
import { Position } from '../position';

/** What somebody says in a thread; it is never changed, only taken back. */
export const Comment = Type.Object({
  by: Type.String({ description: 'username of who says it' }),
  name: Type.String({ description: 'name of who says it, as it was then' }),
  at: Type.String({ description: 'when, as ISO 8601' }),
  text: Type.String()
});
export type Comment = Static<typeof Comment>;

/** What is said of one node, of a place on the canvas, or, with neither, of the pipeline. */
export const CommentThread = Type.Object({
  node: Type.Optional(Type.String({ description: 'id of the node that it is about' })),
  at: Type.Optional(Position),
  messages: Type.Record(Key, Comment, { description: 'by id; read in the order of their times' }),
  resolved: Type.Optional(
    Type.Object({ by: Type.String({ description: 'username of who did it' }), at: Type.String() })
  )
});
export type CommentThread = Static<typeof CommentThread>;

/** Threads by their ids. */
export const Comments = Type.Record(Key, CommentThread, {
  description: 'what is said of the pipeline, by thread'
});
export type Comments = Static<typeof Comments>;

/** The messages of a thread as they were said; of two at one time, the one with the smaller id first. */
export function inOrder({ messages }: CommentThread): [id: string, message: Comment][] {
  const key = ([id, { at }]: [string, Comment]) => `${at} ${id}`;
  return Object.entries(messages).sort((a, b) => (key(a) < key(b) ? -1 : 1));
}
