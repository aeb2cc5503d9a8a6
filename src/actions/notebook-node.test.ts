import { beforeEach, describe, expect, it } from 'vitest';
import type { NotebookSource } from '../flow';
import { loadAnalyzer } from '../notebook/testing/load';
import { addNode } from '../pipeline';
import type { StepRun } from '../runs';
import { ACTIONS } from './all';
import { connectionFor } from './connection-for';
import { openTestEditor, type TestEditor } from './testing/open-test-editor';

/** `b.ipynb`, with the parameter `rate` and the name `total`. */
async function withNotebook({ notebook }: NotebookSource): Promise<NotebookSource> {
  const analyzer = await loadAnalyzer();
  const cells = ['rate = 0.5', 'total = rate * 2'].map((source, index) => ({
    id: `b${index}`,
    index,
    type: 'code' as const,
    source,
    tags: index === 0 ? ['parameters'] : []
  }));
  const analyzed = analyzer.notebook({ path: 'b.ipynb', language: 'python', cells });
  return { notebook: path => (path === 'b.ipynb' ? analyzed : notebook(path)) };
}

const NOTHING: NotebookSource = { notebook: path => ({ message: `There is no ${path}.` }) };

let test: TestEditor;
let chosen: string | null;
const run = (id: string, args: Record<string, unknown> = {}) =>
  ACTIONS.find(action => action.id === id)?.do(test.editor, args);
const added = () => Object.values(test.editor.doc.pipeline.nodes).filter(({ kind }) => kind === 'notebook');

beforeEach(async () => {
  chosen = 'b.ipynb';
  test = await openTestEditor({ chooseNotebook: () => Promise.resolve(chosen) });
  test.editor.setNotebooks(await withNotebook(NOTHING));
});

describe('a whole notebook', () => {
  it('is added where its file was dropped, as one undo step, and selected', async () => {
    await run('add-notebook', { notebook: 'b.ipynb', position: [40, 50] });
    expect(added()).toEqual([{ kind: 'notebook', notebook: 'b.ipynb' }]);
    const [id] = test.editor.view.selection.nodes;
    expect(test.editor.doc.pipeline.layout[id]).toEqual([40, 50]);
    expect(test.steps()).toBe(1);
  });

  it('is chosen by the user otherwise, who may give up', async () => {
    await run('add-notebook');
    expect(added()).toHaveLength(1);
    chosen = null;
    await run('add-notebook');
    expect(added()).toHaveLength(1);
  });

  it('is opened, at the cell and line at which it failed', async () => {
    await run('add-notebook');
    const [id] = test.editor.view.selection.nodes;
    await run('open-source');
    expect(test.calls).toContain('openFile b.ipynb');
    const failure = { notebook: 'b.ipynb', cell: 'b1', line: 1 };
    const step: StepRun = { node: id, state: 'failed', log: [], failure, outputs: {} };
    const steps = new Map([[id, step]]);
    test.editor.setRun({ id: 'r', pipeline: 'demo', state: 'failed', started: 0, steps });
    await run('open-source');
    expect(test.calls).toContain('openFile b.ipynb b1 1');
  });

  it('is fed by name, and its parameters only by what may stand for a literal', () => {
    addNode(test.editor.doc, { kind: 'notebook', notebook: 'b.ipynb' }, [0, 600], 'b');
    const connect = (from: Parameters<typeof connectionFor>[1], to: Parameters<typeof connectionFor>[2]) =>
      connectionFor(test.editor.view.flow, from, to);
    expect(connect({ node: 'score', output: 'count' }, { node: 'b', input: 'rate' })).toMatchObject({
      bind: { node: 'b', input: 'rate', binding: { node: 'score', output: 'count' } }
    });
    expect(connect({ node: 'score', output: 'report' }, { node: 'b', input: 'rate' })).toEqual({
      refused: '"rate" expects number, but "report" is HTML.'
    });
    expect(connect({ node: 'score' }, { node: 'b' })).toEqual({ order: { before: 'score', after: 'b' } });
    expect(connect({ node: 'b', output: 'total' }, { node: 'tell', input: 'count' })).toHaveProperty('bind');
  });
});
