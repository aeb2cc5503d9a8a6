import { Value } from 'typebox/value';
import { isObject } from '../file/json';
import { Comment, type Comments, CommentThread } from './comments';

/**
 * The threads among what a shared document holds. What is no thread or message is passed over, and so are threads
 * without a message: they are left when one takes the last one back while another resolves the thread.
 */
export function readComments(found: unknown): Comments | undefined {
  const threads = Object.entries(isObject(found) ? found : {}).flatMap(([id, thread]) => {
    const read = readThread(thread);
    return read ? [[id, read]] : [];
  });
  return threads.length > 0 ? (Object.fromEntries(threads) as Comments) : undefined;
}

function readThread(found: unknown): CommentThread | undefined {
  if (!isObject(found) || !isObject(found.messages)) {
    return undefined;
  }
  const messages = Object.entries(found.messages).filter(([, message]) => Value.Check(Comment, message));
  const known = Object.entries(found).filter(([key, value]) => key !== 'messages' && fits(key, value));
  return messages.length > 0
    ? ({ ...Object.fromEntries(known), messages: Object.fromEntries(messages) } as CommentThread)
    : undefined;
}

const { properties } = CommentThread;

const fits = (key: string, value: unknown) =>
  !Object.hasOwn(properties, key) || Value.Check(properties[key as keyof typeof properties], value);
