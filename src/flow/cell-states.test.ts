import { beforeAll, describe, expect, it } from 'vitest';
import type { AnalyzedNotebook, CellAnalyzer } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import { analyzed, notebookOf } from '../notebook/testing/notebook';
import { cellsNode, inputsOf, nodeOf, pipelineOf, resolveIn } from './testing/draw';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const read = (sources: string[], previous?: AnalyzedNotebook) =>
  analyzer.notebook(notebookOf(sources), previous);

/** The same notebook with other ids. */
const renamed = (notebook: AnalyzedNotebook, ids: Record<string, string>): AnalyzedNotebook => ({
  ...notebook,
  cells: notebook.cells.map(cell => ({ ...cell, id: ids[cell.id] ?? cell.id }))
});

describe('cells of a node', () => {
  it('stand in notebook order, whatever the order in which they were drawn', () => {
    const notebook = analyzed(analyzer, ['a = 1', 'b = 2', 'c = 3']);
    const flow = resolveIn(pipelineOf({ n: cellsNode(notebook, [2, 0, 1]) }), { 'a.ipynb': notebook });
    expect(nodeOf(flow, 'n').cells.map(({ ref, index, state }) => [ref.id, index, state])).toEqual([
      ['c0', 0, 'ok'],
      ['c1', 1, 'ok'],
      ['c2', 2, 'ok']
    ]);
  });

  it('are changed when their source is another than the one drawn', () => {
    const drawn = cellsNode(analyzed(analyzer, ['a = 1']), [0]);
    const flow = resolveIn(pipelineOf({ n: drawn }), { 'a.ipynb': read(['a = 2']) });
    expect(nodeOf(flow, 'n').cells).toMatchObject([{ state: 'changed', source: 'a = 2', index: 0 }]);
  });

  it('are missing when the notebook has none of their id and none of their source, last', () => {
    const drawn = cellsNode(analyzed(analyzer, ['a = 1', 'b = f()', 'c = 3']), [1, 2]);
    const now = renamed(read(['a = 1', 'b = g()', 'c = 3']), { c1: 'new' });
    const flow = resolveIn(pipelineOf({ n: drawn }), { 'a.ipynb': now });
    expect(nodeOf(flow, 'n').cells).toMatchObject([
      { ref: { id: 'c2' }, state: 'ok' },
      { ref: { id: 'c1' }, state: 'missing', index: -1, source: '' }
    ]);
    expect(nodeOf(flow, 'n').cells[1].candidates).toBeUndefined();
    expect(nodeOf(flow, 'n').offers).toEqual(['c']);
  });

  it('that do not parse say where, and keep their last good edges, stale', () => {
    const before = analyzed(analyzer, ['x = f()', 'print(x)']);
    const nodes = { p: cellsNode(before, [0]), q: cellsNode(before, [1]) };
    const fresh = resolveIn(pipelineOf(nodes), { 'a.ipynb': before });
    const flow = resolveIn(pipelineOf(nodes), { 'a.ipynb': read(['x = (', 'print(x)'], before) });
    expect(nodeOf(flow, 'p').cells).toMatchObject([
      { state: 'unparsed', source: 'x = (', syntaxError: { line: 1 } }
    ]);
    expect(fresh.edges).toMatchObject([{ id: 'p:x->q:x', stale: false }]);
    expect(flow.edges).toMatchObject([{ id: 'p:x->q:x', stale: true }]);
  });

  it('that never parsed have no edges', () => {
    const broken = analyzed(analyzer, ['x = (', 'print(x)']);
    const nodes = { p: cellsNode(broken, [0]), q: cellsNode(broken, [1]) };
    const flow = resolveIn(pipelineOf(nodes), { 'a.ipynb': broken });
    expect(flow.edges).toEqual([]);
    expect(inputsOf(flow, 'q')).toEqual(['x Artifact ?']);
  });

  it('are unread when there is no notebook, which is named once with its fault', () => {
    const notebook = analyzed(analyzer, ['a = 1']);
    const nodes = { p: cellsNode(notebook, [0]), q: cellsNode(notebook, [0]) };
    const fault = { message: 'It is no JSON.', line: 3, column: 1 };
    const flow = resolveIn(pipelineOf(nodes), { 'a.ipynb': fault });
    expect([...flow.faults]).toEqual([['a.ipynb', fault]]);
    expect(nodeOf(flow, 'p')).toMatchObject({
      cells: [{ state: 'unread', index: -1 }],
      prelude: [],
      offers: []
    });
    expect(flow.order).toEqual(['p', 'q']);
  });
});

describe('titles', () => {
  const title = (source: string, settings = {}, heading?: string) => {
    const cells = [{ id: 'c0', source, type: 'code' as const }];
    const above = { id: 'h', source: `## ${heading}`, type: 'markdown' as const };
    const notebook = analyzer.notebook({
      ...notebookOf([]),
      cells: [...(heading ? [above] : []), ...cells].map((cell, index) => ({ ...cell, index, tags: [] }))
    });
    const flow = resolveIn(pipelineOf({ n: cellsNode(notebook, [0], settings) }), { 'a.ipynb': notebook });
    return nodeOf(flow, 'n').title;
  };

  it('are the heading above the first cell, unless a user gave one', () => {
    expect(title('x = 1', {}, 'Load the data')).toBe('Load the data');
    expect(title('x = 1', { title: 'Load' }, 'Load the data')).toBe('Load');
  });

  it('are else the first line that says something', () => {
    expect(title('\n\n# Load the data\nx = 1')).toBe('Load the data');
    expect(title('%matplotlib inline\nimport os\nfrom a import b\n\nx = f()')).toBe('x = f()');
    expect(title('import os')).toBe('import os');
    expect(title(`x = "${'a'.repeat(80)}"`)).toHaveLength(40);
  });
});
