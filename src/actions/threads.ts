import type { Flow } from '../flow';
import { type Comment, type CommentThread, inOrder } from '../pipeline';

/** A thread as it is listed: its messages in order, there is at least one. */
export interface Thread {
  id: string;
  thread: CommentThread;
  messages: readonly [id: string, message: Comment][];
}

const lastSaid = ({ messages }: Thread): string => messages[messages.length - 1][1].at;

/** All threads of a pipeline: open ones first, and of these the one where something was said last. */
export function threadsOf({ pipeline: { comments = {} } }: Flow): Thread[] {
  return Object.entries(comments)
    .map(([id, thread]) => ({ id, thread, messages: inOrder(thread) }))
    .filter(({ messages }) => messages.length > 0)
    .sort(
      (a, b) =>
        Number(Boolean(a.thread.resolved)) - Number(Boolean(b.thread.resolved)) ||
        (lastSaid(a) < lastSaid(b) ? 1 : -1)
    );
}

export const openThreads = (flow: Flow): Thread[] => threadsOf(flow).filter(({ thread }) => !thread.resolved);
