import { Value } from 'typebox/value';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';
import { expect, test } from 'vitest';
import { readPipeline } from '../file/read-pipeline';
import { writePipeline } from '../file/write-pipeline';
import { newPipeline } from '../new-pipeline';
import { createSharedPipeline } from '../shared/shared-pipeline';
import { applyComment } from './apply-comment';
import { CommentRequest } from './comment-request';
import { inOrder } from './comments';

const ANN = { username: 'ann', name: 'Ann', display_name: 'Ann Lee' };
const BOB = { username: 'bob' };
const at = (second: number) => new Date(Date.UTC(2026, 0, 2, 3, 4, second));
const OPEN = { do: 'open', thread: 't1', message: 'm1', node: 'train', text: 'Why?\nReally.' } as const;

function open() {
  const shared = createSharedPipeline();
  shared.load({
    ...newPipeline({ id: 'x', name: 'demo' }),
    nodes: { train: { kind: 'container', image: 'a:1' } }
  });
  return shared;
}
type Shared = ReturnType<typeof open>;
const texts = (shared: Shared) =>
  inOrder(shared.stored.comments!.t1).map(([, message]) => `${message.name}: ${message.text}`);

test('a thread is opened, answered, resolved and reopened, and the file keeps it', () => {
  const shared = open();
  expect(applyComment(shared, OPEN, ANN, at(1))).toBe(true);
  expect(applyComment(shared, { do: 'reply', thread: 't1', message: 'm0', text: 'So.' }, BOB, at(2))).toBe(
    true
  );
  expect(texts(shared)).toEqual(['Ann Lee: Why?\nReally.', 'bob: So.']);
  expect(applyComment(shared, { do: 'resolve', thread: 't1' }, BOB, at(3))).toBe(true);
  expect(shared.pipeline.comments).toEqual({
    t1: {
      node: 'train',
      messages: {
        m1: { by: 'ann', name: 'Ann Lee', at: '2026-01-02T03:04:01.000Z', text: 'Why?\nReally.' },
        m0: { by: 'bob', name: 'bob', at: '2026-01-02T03:04:02.000Z', text: 'So.' }
      },
      resolved: { by: 'bob', at: '2026-01-02T03:04:03.000Z' }
    }
  });
  expect(readPipeline(writePipeline(shared.stored)).comments).toEqual(shared.pipeline.comments);
  expect(applyComment(shared, { do: 'reopen', thread: 't1' }, ANN, at(4))).toBe(true);
  expect(shared.stored.comments?.t1.resolved).toBeUndefined();
  expect(shared.canUndo).toBe(false);
});

test('messages are taken back by their authors alone, and the last one takes the thread along', () => {
  const shared = open();
  applyComment(shared, OPEN, ANN, at(1));
  applyComment(shared, { do: 'reply', thread: 't1', message: 'm2', text: 'So.' }, BOB, at(2));
  const remove = (message: string) => ({ do: 'remove', thread: 't1', message }) as const;
  expect(applyComment(shared, remove('m1'), BOB, at(3))).toBe(false);
  expect(applyComment(shared, remove('m1'), ANN, at(3))).toBe(true);
  expect(texts(shared)).toEqual(['bob: So.']);
  expect(applyComment(shared, remove('m2'), BOB, at(4))).toBe(true);
  expect('comments' in shared.stored).toBe(false);
});

test('what cannot be done changes nothing', () => {
  const shared = open();
  applyComment(shared, OPEN, ANN, at(1));
  const before = shared.stored;
  const refused: CommentRequest[] = [
    OPEN,
    { do: 'reply', thread: 't1', message: 'm1', text: 'again' },
    { do: 'reply', thread: 't2', message: 'm2', text: 'to nobody' },
    { do: 'reply', thread: 'constructor', message: 'm2', text: 'to nobody' },
    { do: 'reopen', thread: 't1' },
    { do: 'resolve', thread: 't2' },
    { do: 'remove', thread: 't1', message: 'm2' }
  ];
  for (const request of refused) {
    expect(Value.Check(CommentRequest, request)).toBe(true);
    expect(applyComment(shared, request, ANN, at(2))).toBe(false);
  }
  expect(shared.stored).toBe(before);
});

test('a reply to what its author takes back at the same time stays readable', () => {
  const ann = open();
  applyComment(ann, OPEN, ANN, at(1));
  const bob = createSharedPipeline();
  const send = (from: Shared, to: Shared) => applyUpdate(to.ydoc, encodeStateAsUpdate(from.ydoc));
  send(ann, bob);
  applyComment(ann, { do: 'remove', thread: 't1', message: 'm1' }, ANN, at(2));
  applyComment(bob, { do: 'reply', thread: 't1', message: 'm2', text: 'So.' }, BOB, at(2));
  send(ann, bob);
  send(bob, ann);
  expect(texts(ann)).toEqual(['bob: So.']);
  expect(ann.stored).toEqual(bob.stored);
});

test('what a faulty client wrote among the comments is passed over', () => {
  const shared = open();
  applyComment(shared, OPEN, ANN, at(1));
  shared.write(['comments', 't1', 'messages', 'm2'], { text: 5 });
  shared.write(['comments', 't1', 'at'], 'here');
  shared.write(['comments', 't2'], 'nothing');
  expect(texts(shared)).toEqual(['Ann Lee: Why?\nReally.']);
  expect(readPipeline(writePipeline(shared.stored)).comments).toEqual(shared.stored.comments);
});
