import { beforeEach, describe, expect, it, vi } from 'vitest';
import { moveNodes, removeNodes, setField } from '../pipeline';
import { openTestEditor, testNotebooks, type TestEditor } from './testing/open-test-editor';

let test: TestEditor;
beforeEach(async () => {
  test = await openTestEditor();
});

describe('OpenEditor', () => {
  it('derives edges from the code', () => {
    const edge = test.editor.view.flow.edges.find(({ target }) => target === 'clean');
    expect(edge).toMatchObject({ source: 'load', sourcePort: 'df', derived: true });
  });

  it('gives the same view until something changes', () => {
    const { editor } = test;
    expect(editor.view).toBe(editor.view);
    const before = editor.view;
    editor.setReadOnly(false);
    expect(editor.view).toBe(before);
  });

  it('keeps the identity of nodes that did not change', () => {
    const { editor } = test;
    const before = editor.view.flow;
    setField(editor.doc, 'score', ['image'], 'score:2');
    const { flow } = editor.view;
    expect(flow.nodes.get('score')).not.toBe(before.nodes.get('score'));
    expect(flow.nodes.get('load')).toBe(before.nodes.get('load'));
    expect(flow.edges).toBe(before.edges);
  });

  it('does not read cells again when nodes only moved', () => {
    const { editor } = test;
    const { flow, problems } = editor.view;
    moveNodes(editor.doc, { load: [5, 6] });
    expect(editor.view.flow.pipeline.layout.load).toEqual([5, 6]);
    expect(editor.view.flow.nodes).toBe(flow.nodes);
    expect(editor.view.problems).toBe(problems);
  });

  it('still knows of a broken reference after other nodes changed', () => {
    const { editor } = test;
    const broken = () => editor.view.problems.filter(({ rule }) => rule === 'dangling-reference');
    setField(editor.doc, 'score', ['after'], ['nowhere']);
    expect(broken()).toHaveLength(1);
    setField(editor.doc, 'load', ['title'], 'Load it');
    expect(broken()).toHaveLength(1);
  });

  it('names the catalog that cannot be read, not every pool in it', () => {
    const { editor } = test;
    setField(editor.doc, 'score', ['pool'], 'a100');
    const rules = () => editor.view.problems.map(({ rule }) => rule);
    expect(rules()).toContain('unknown-pool');
    editor.setCatalog(null, 'weft.pools.yaml, line 3: no list.');
    expect(rules()).toContain('catalog-unreadable');
    expect(rules()).not.toContain('unknown-pool');
    editor.setCatalog(null);
    expect(rules()).not.toContain('catalog-unreadable');
  });

  it('tells subscribers once about many changes, and not after they left', async () => {
    const { editor } = test;
    const listener = vi.fn();
    const leave = editor.subscribe(listener);
    moveNodes(editor.doc, { load: [1, 1] });
    editor.select({ nodes: ['load'] });
    expect(listener).not.toHaveBeenCalled();
    await Promise.resolve();
    expect(listener).toHaveBeenCalledTimes(1);
    leave();
    editor.select({});
    await Promise.resolve();
    expect(listener).toHaveBeenCalledTimes(1);
  });

  it('drops what was deleted from the selection, and a connection that started there', () => {
    const { editor } = test;
    editor.select({ nodes: ['load', 'score', 'nothing'] });
    editor.setConnecting('load');
    removeNodes(editor.doc, ['load']);
    expect([...editor.view.selection.nodes]).toEqual(['score']);
    expect(editor.view.connecting).toBeNull();
  });

  it('follows changed notebooks', async () => {
    const { editor } = test;
    editor.setNotebooks(await testNotebooks(['x = 1', 'clean = 2']));
    expect(editor.view.flow.edges).toEqual([]);
  });

  it('follows the undo stack', () => {
    const { editor } = test;
    expect(editor.view.canUndo).toBe(false);
    setField(editor.doc, 'score', ['title'], 'Rate');
    expect(editor.view).toMatchObject({ canUndo: true, canRedo: false });
    editor.doc.undo();
    expect(editor.view).toMatchObject({ canUndo: false, canRedo: true });
  });

  it('leaves nothing behind when disposed', () => {
    const { editor } = test;
    const before = editor.view;
    editor.dispose();
    setField(editor.doc, 'score', ['title'], 'Rate');
    expect(editor.view).toBe(before);
  });
});
