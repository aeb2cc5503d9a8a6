import type { CommentThread, Position } from '../pipeline';

/** What a thread is about: a node, a place on the canvas, or, with neither, the pipeline. */
export type Anchor = Pick<CommentThread, 'node' | 'at'>;

/** The thread that is looked at, perhaps to be answered, or what one is about to be begun about. */
export type Discussion = { thread: string; reply?: true } | { begin: { node?: string; at?: Position } };
