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

describe('problems that are looked for in tasks of their own', () => {
  let tasks: (() => boolean)[];
  beforeEach(async () => {
    tasks = [];
    const inTasks = (work: () => boolean) => {
      tasks.push(work);
      return () => void (tasks = tasks.filter(task => task !== work));
    };
    test = await openTestEditor({}, { inTasks });
  });
  const rules = () => test.editor.view.problems.map(({ rule }) => rule);
  const settle = () => {
    while (tasks.length > 0) {
      tasks = tasks.filter(task => task());
    }
  };

  it('are those that are found otherwise', async () => {
    const { problems } = (await openTestEditor()).editor.view;
    expect(test.editor.view.problems).toEqual([]);
    settle();
    expect(test.editor.view.problems).toEqual(problems);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('stay what they were until then, while the flow is new, and are told of', async () => {
    const { editor } = test;
    settle();
    const { problems } = editor.view;
    setField(editor.doc, 'score', ['after'], ['nowhere']);
    setField(editor.doc, 'score', ['title'], 'Rate');
    expect(editor.view.flow.nodes.get('score')?.title).toBe('Rate');
    expect(editor.view.problems).toBe(problems);
    await Promise.resolve();
    const listener = vi.fn();
    editor.subscribe(listener);
    settle();
    await Promise.resolve();
    expect(listener).toHaveBeenCalledTimes(1);
    expect(rules()).toContain('dangling-reference');
  });

  it('are not told of when they are the same', async () => {
    const { editor } = test;
    settle();
    const { problems } = editor.view;
    setField(editor.doc, 'score', ['command'], ['rate']);
    await Promise.resolve();
    const listener = vi.fn();
    editor.subscribe(listener);
    settle();
    await Promise.resolve();
    expect(listener).not.toHaveBeenCalled();
    expect(editor.view.problems).toBe(problems);
  });

  it('are of the newest flow, however often it changed meanwhile', () => {
    const { editor } = test;
    setField(editor.doc, 'score', ['after'], ['nowhere']);
    tasks = tasks.filter(task => task());
    setField(editor.doc, 'score', ['after'], undefined);
    expect(tasks).toHaveLength(1);
    settle();
    expect(rules()).not.toContain('dangling-reference');
  });

  it('can be had at once', () => {
    const { editor } = test;
    setField(editor.doc, 'score', ['after'], ['nowhere']);
    expect(editor.judged().problems.map(({ rule }) => rule)).toContain('dangling-reference');
    expect(editor.judged()).toBe(editor.view);
    expect(tasks).toEqual([]);
  });

  it('are not looked for when nodes only moved', () => {
    settle();
    moveNodes(test.editor.doc, { load: [5, 6] });
    expect(tasks).toEqual([]);
  });

  it('are not looked for once the editor is disposed', () => {
    const { editor } = test;
    setField(editor.doc, 'score', ['title'], 'Rate');
    editor.dispose();
    editor.setCatalog(null);
    expect(tasks).toEqual([]);
  });
});
