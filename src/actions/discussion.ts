import type { CommentThread, Position } from '../pipeline';

/** What a thread is about: a node, a place on the canvas, or, with neither, the pipeline. */
export type Anchor = Pick<CommentThread, 'node' | 'at'>;

/** The thread that is looked at, or what one is about to be begun about. */
export type Discussion = { thread: string } | { begin: { node?: string; at?: Position } };
