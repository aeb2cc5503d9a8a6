import type { SharedPipeline } from '../shared/contract';
import type { CommentRequest } from './comment-request';
import type { CommentThread } from './comments';

/** Who comments, in the words of Jupyter's identity. */
export interface CommentAuthor {
  username: string;
  name?: string | null;
  display_name?: string | null;
}

/**
 * Makes one change of comments, as one transaction that no undo takes back. Everybody may open, answer, resolve and
 * reopen threads; a message is taken back only by its author.
 * @param author Who it is that asks, as the hub or the Jupyter server knows them.
 * @param now Stamped on what is said.
 * @returns false, and nothing is written, when it cannot be done: the thread or message is not there, or is there
 * already, or is somebody else's.
 */
export function applyComment(
  shared: SharedPipeline,
  request: CommentRequest,
  author: CommentAuthor,
  now: Date
): boolean {
  const threads = shared.stored.comments ?? {};
  const thread = Object.hasOwn(threads, request.thread) ? threads[request.thread] : undefined;
  const writes = changesOf(request, thread, author, now.toISOString());
  if (!writes) {
    return false;
  }
  shared.transact(
    () => writes.forEach(([path, value]) => shared.write(['comments', request.thread, ...path], value)),
    false
  );
  return true;
}

type Write = [path: string[], value: unknown];

function changesOf(
  request: CommentRequest,
  thread: CommentThread | undefined,
  author: CommentAuthor,
  at: string
): Write[] | null {
  const by = author.username;
  const name = author.display_name || author.name || by;
  if (request.do === 'open') {
    const { node, at: place, message, text } = request;
    const begun = {
      node,
      at: node === undefined ? place : undefined,
      messages: { [message]: { by, name, at, text } }
    };
    return thread ? null : [[[], begun]];
  }
  if (!thread) {
    return null;
  }
  switch (request.do) {
    case 'reply': {
      const isTaken = Object.hasOwn(thread.messages, request.message);
      return isTaken ? null : [[['messages', request.message], { by, name, at, text: request.text }]];
    }
    case 'resolve':
      return thread.resolved ? null : [[['resolved'], { by, at }]];
    case 'reopen':
      return thread.resolved ? [[['resolved'], undefined]] : null;
    case 'remove': {
      const { messages } = thread;
      if (!Object.hasOwn(messages, request.message) || messages[request.message].by !== by) {
        return null;
      }
      return [[Object.keys(messages).length === 1 ? [] : ['messages', request.message], undefined]];
    }
  }
}
