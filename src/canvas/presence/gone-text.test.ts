import { expect, test } from 'vitest';
import { applyUpdate, encodeStateAsUpdate } from 'yjs';
import { openTestEditor } from '../../actions/testing/open-test-editor';
import { peer, PlainSession } from '../../actions/testing/plain-session';
import { createSharedPipeline, removeNodes, type SharedPipeline } from '../../pipeline';
import { goneText } from './gone-text';

/** Bob, who is in the room of an editor that has a node open; what is said when an edit of his comes in. */
async function withBob() {
  const session = new PlainSession();
  const { editor } = await openTestEditor({}, { session });
  const bob = createSharedPipeline();
  const pass = (from: SharedPipeline, to: SharedPipeline) =>
    applyUpdate(to.ydoc, encodeStateAsUpdate(from.ydoc));
  pass(editor.doc, bob);
  session.tell({}, [peer(bob.ydoc.clientID, 'bob')]);
  editor.select({ nodes: ['score'] });
  await Promise.resolve();
  const { view } = editor;
  const said: (string | null)[] = [];
  editor.doc.subscribe(change => said.push(goneText(editor, view, change)));
  const heard = () => {
    pass(bob, editor.doc);
    return said.splice(0);
  };
  return { session, editor, bob, heard };
}

test('who deletes a node that is open here is named', async () => {
  const { bob, heard } = await withBob();
  removeNodes(bob, ['tell']);
  expect(heard()).toEqual([null]);
  removeNodes(bob, ['score']);
  expect(heard()).toEqual(['Bob deleted Score, whose settings were open.']);
});

test('so is who does that again by redoing it', async () => {
  const { editor, bob, heard } = await withBob();
  removeNodes(bob, ['score']);
  heard();
  bob.undo();
  expect(heard()).toEqual([null]);
  expect(editor.doc.pipeline.nodes.score).toBeDefined();
  bob.redo();
  expect(heard()).toEqual(['Bob deleted Score, whose settings were open.']);
});

test('who left the room is not, and what the user deletes is no news', async () => {
  const { session, editor, bob, heard } = await withBob();
  session.tell({}, []);
  removeNodes(bob, ['score']);
  expect(heard()).toEqual(['Somebody else deleted Score, whose settings were open.']);
  bob.undo();
  heard();
  removeNodes(editor.doc, ['score']);
  expect(heard()).toEqual([null]);
});
