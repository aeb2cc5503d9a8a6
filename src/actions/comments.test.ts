import { applyUpdate, encodeStateAsUpdate } from 'yjs';
import { beforeEach, describe, expect, it } from 'vitest';
import { applyComment, createSharedPipeline, setField } from '../pipeline';
import { isEnabled } from './action';
import { addComment } from './add-comment';
import { comment, isOwnComment } from './comment';
import { peerStore } from './peers';
import { addNote } from './add-note';
import { redo } from './redo';
import { openTestEditor, type TestEditor } from './testing/open-test-editor';
import { peer, PlainSession } from './testing/plain-session';
import { openThreads, threadsOf } from './threads';
import { undo } from './undo';
import { walkComments } from './walk-comments';

let session: PlainSession;
let test: TestEditor;
beforeEach(async () => {
  session = new PlainSession();
  test = await openTestEditor({}, { session });
});
const say = (id: string, node: string | undefined, second: number) =>
  applyComment(
    test.editor.doc,
    { do: 'open', thread: id, message: 'm', ...(node !== undefined && { node }), text: id },
    { username: 'me' },
    new Date(second * 1000)
  );

describe('comments', () => {
  it('lists open threads first, the liveliest first of these', () => {
    say('a', 'load', 1);
    say('b', 'score', 2);
    say('c', undefined, 3);
    applyComment(test.editor.doc, { do: 'resolve', thread: 'c' }, { username: 'me' }, new Date(4000));
    const ids = (threads: { id: string }[]) => threads.map(({ id }) => id);
    expect(ids(threadsOf(test.editor.view.flow))).toEqual(['b', 'a', 'c']);
    expect(ids(openThreads(test.editor.view.flow))).toEqual(['b', 'a']);
  });

  it('do not make ports and edges be worked out again', () => {
    const { nodes, edges } = test.editor.view.flow;
    say('a', 'load', 1);
    expect(test.editor.view.flow.pipeline.comments).toHaveProperty('a');
    expect(test.editor.view.flow.nodes).toBe(nodes);
    expect(test.editor.view.flow.edges).toBe(edges);
  });

  it('are begun about the node that is selected, and walked by keys', async () => {
    const { editor, calls } = test;
    editor.select({ nodes: ['load'] });
    await addComment.do(editor, {});
    expect(editor.view.discussion).toEqual({ begin: { node: 'load' } });
    await addComment.do(editor, { position: [5, 6] });
    expect(editor.view.discussion).toEqual({ begin: { at: [5, 6] } });
    say('a', 'load', 1);
    say('b', 'score', 2);
    await walkComments[0].do(editor, {});
    await walkComments[0].do(editor, {});
    expect(editor.view.discussion).toEqual({ thread: 'a' });
    expect(editor.view.selection.nodes).toEqual(new Set(['load']));
    expect(calls).toContain('show {"node":"load"}');
    applyComment(editor.doc, { do: 'remove', thread: 'a', message: 'm' }, { username: 'me' }, new Date());
    expect(editor.view.discussion).toBeNull();
  });

  it('go through the session, and are one’s own by the name that the hub knows', () => {
    const request = { do: 'open', thread: 'a', message: 'm', text: 'Hello' } as const;
    expect(comment(test.editor, request)).toBe(true);
    expect(session.comments).toEqual([request]);
    const said = { by: 'bob', name: 'Bob', at: '', text: '' };
    expect(isOwnComment(test.editor, said)).toBe(false);
    session.tell({ user: { username: 'bob' } });
    expect(isOwnComment(test.editor, said)).toBe(true);
  });
});

describe('roles', () => {
  const allowed = () => [addNote, addComment].map(action => isEnabled(action, test.editor));
  it('say who may edit and who may comment', () => {
    expect(allowed()).toEqual([true, true]);
    session.tell({ role: 'commenter' });
    expect(allowed()).toEqual([false, true]);
    session.tell({ connection: 'offline' });
    expect(allowed()).toEqual([false, false]);
    session.tell({ role: 'viewer', connection: 'live' });
    expect(allowed()).toEqual([false, false]);
    session.tell({ role: 'owner' });
    expect(allowed()).toEqual([true, true]);
    session.tell({ connection: 'diverged' });
    expect(allowed()).toEqual([false, false]);
  });

  it('tell the views when they change, and peers that move do not', async () => {
    let told = 0;
    await Promise.resolve();
    test.editor.subscribe(() => told++);
    session.tell({}, [peer(2, 'bob', { cursor: [1, 2] })]);
    await Promise.resolve();
    expect(told).toBe(0);
    session.tell({ role: 'viewer' });
    await Promise.resolve();
    expect(told).toBe(1);
    expect(test.editor.view.readOnly).toBe(true);
  });
});

describe('undo', () => {
  it('says whose change it left alone', async () => {
    const { editor, calls } = test;
    setField(editor.doc, 'score', ['image'], 'mine:1');
    const other = createSharedPipeline();
    applyUpdate(other.ydoc, encodeStateAsUpdate(editor.doc.ydoc));
    setField(other, 'score', ['image'], 'theirs:1');
    session.tell({}, [peer(other.ydoc.clientID, 'bob')]);
    applyUpdate(editor.doc.ydoc, encodeStateAsUpdate(other.ydoc));
    await undo.do(editor, {});
    expect(editor.view.flow.pipeline.nodes.score).toMatchObject({ image: 'theirs:1' });
    expect(calls.at(-1)).toBe('notify info: Bob changed “image” of Score since; this was left as it is.');
    const count = calls.length;
    await redo.do(editor, {});
    setField(editor.doc, 'score', ['image'], 'mine:2');
    await undo.do(editor, {});
    expect(calls.slice(count).filter(call => call.startsWith('notify'))).toEqual([]);
  });
});

describe('peerStore', () => {
  it('gives the same value until what was picked changed', () => {
    const { snapshot } = peerStore(session, peers => peers.map(({ presence }) => presence.selection ?? []));
    session.tell({}, [peer(2, 'bob', { cursor: [1, 2], selection: ['load'] })]);
    const before = snapshot();
    expect(before).toEqual([['load']]);
    session.tell({}, [peer(2, 'bob', { cursor: [3, 4], selection: ['load'] })]);
    expect(snapshot()).toBe(before);
    session.tell({}, []);
    expect(snapshot()).toEqual([]);
    expect(peerStore(null, peers => peers.length).snapshot()).toBe(0);
  });
});
