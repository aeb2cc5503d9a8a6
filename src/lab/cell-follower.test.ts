import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEditor, type OpenEditor, plainText } from '../actions';
import { type AnalyzedNotebook, type CellAnalyzer, hashSource } from '../notebook';
import { loadAnalyzer } from '../notebook/testing/load';
import { createSharedPipeline, newPipeline, setField } from '../pipeline';
import { CellFollower } from './cell-follower';

let analyzer: CellAnalyzer;
beforeAll(async () => {
  analyzer = await loadAnalyzer();
});

const A = 'a = load()';
const B = 'b = fit(a)';
const C = 'print(b)';
type Cells = [id: string, source: string, type?: 'markdown'][];

let editor: OpenEditor;
let follower: CellFollower;
let said: string[];
let last: AnalyzedNotebook | undefined;

/** Opens a pipeline with a node for each list of ids, on a notebook with the cells a, b and c. */
function open(nodes: Record<string, string[]>): void {
  const sources: Record<string, string> = { a: A, b: B, c: C };
  const drawn = Object.entries(nodes).map(([id, cells]) => [
    id,
    {
      kind: 'cells',
      notebook: 'a.ipynb',
      title: id,
      cells: cells.map(id => ({ id, hash: hashSource(sources[id]) }))
    }
  ]);
  const doc = createSharedPipeline();
  doc.load({ ...newPipeline({ id: 'p', name: 'p' }), nodes: Object.fromEntries(drawn) });
  said = [];
  editor = createEditor({
    doc,
    notebooks: { notebook: () => ({ message: 'It is being read.' }) },
    trans: plainText,
    host: {
      notify: message => said.push(message),
      clipboard: { write: () => Promise.resolve(), read: () => Promise.resolve('') }
    }
  });
  follower = new CellFollower(editor);
  last = undefined;
  edit([
    ['a', A],
    ['b', B],
    ['c', C]
  ]);
}

/** What the notebook says from now on. */
function edit(cells: Cells): void {
  const notebook = {
    path: 'a.ipynb',
    language: 'python',
    cells: cells.map(([id, source, type = 'code' as const], index) => ({ id, index, type, source, tags: [] }))
  };
  last = analyzer.notebook(notebook, last);
  const now = last;
  follower.update({ notebook: () => now });
}

/** What a node shows, each cell as `id state`. */
const shown = (node: string) =>
  editor.view.flow.nodes.get(node)?.cells.map(({ ref, state }) => `${ref.id} ${state}`);
/** Ids that a node holds. */
const held = (node: string) =>
  (editor.doc.stored.nodes[node] as unknown as { cells: { id: string }[] }).cells.map(({ id }) => id);

describe('a cell that lost its id', () => {
  beforeEach(() => open({ n: ['a'], m: ['b', 'c'] }));

  it('is named by its node once it is edited', () => {
    edit([
      ['x', A],
      ['b', B],
      ['c', C]
    ]);
    expect([shown('n'), held('n')]).toEqual([['x moved'], ['a']]);
    edit([
      ['x', 'a = other()'],
      ['b', B],
      ['c', C]
    ]);
    expect([shown('n'), held('n')]).toEqual([['x changed'], ['x']]);
    expect(editor.view.canUndo).toBe(false);
  });

  it('is left as it was drawn when it comes back', () => {
    edit([
      ['x', A],
      ['b', B],
      ['c', C]
    ]);
    edit([
      ['b', B],
      ['a', A],
      ['c', C]
    ]);
    expect([shown('n'), held('n')]).toEqual([['a ok'], ['a']]);
  });

  it('is not taken from where it was by a copy', () => {
    edit([
      ['x', A],
      ['b', B],
      ['c', C]
    ]);
    edit([
      ['x', A],
      ['y', A],
      ['b', B],
      ['c', C]
    ]);
    expect([shown('n'), held('n')]).toEqual([['x ok'], ['x']]);
  });

  it('is missing when it is deleted, and back with it', () => {
    edit([
      ['b', B],
      ['c', C]
    ]);
    expect([shown('n'), held('n')]).toEqual([['a missing'], ['a']]);
    edit([
      ['a', A],
      ['b', B],
      ['c', C]
    ]);
    expect(shown('n')).toEqual(['a ok']);
  });
});

describe('a cell that was split', () => {
  beforeEach(() => {
    open({ n: ['a'], m: ['b', 'c'] });
    setField(editor.doc, 'n', ['cells'], [{ id: 'a', hash: hashSource(`${A}\n${C}`) }]);
    edit([
      ['a', `${A}\n${C}`],
      ['b', B],
      ['c', C]
    ]);
    edit([
      ['x', A],
      ['a', C],
      ['b', B],
      ['c', C]
    ]);
  });

  it('runs as its pieces', () => {
    expect([shown('n'), held('n')]).toEqual([['x split', 'a split'], ['a']]);
  });

  it('keeps all of them once one is edited', () => {
    edit([
      ['x', 'a = 3'],
      ['a', C],
      ['b', B],
      ['c', C]
    ]);
    expect([shown('n'), held('n')]).toEqual([
      ['x changed', 'a ok'],
      ['x', 'a']
    ]);
  });

  it('is one again when the notebook takes it back', () => {
    edit([
      ['a', `${A}\n${C}`],
      ['b', B],
      ['c', C]
    ]);
    expect([shown('n'), held('n')]).toEqual([['a ok'], ['a']]);
  });
});

describe('cells that were merged', () => {
  it('stay with the node of the first, and the others are told', () => {
    open({ n: ['a'], m: ['b', 'c'] });
    edit([
      ['x', `${A}\n\n${B}`],
      ['c', C]
    ]);
    expect([shown('n'), held('n'), held('m')]).toEqual([['x changed'], ['x'], ['c']]);
    expect(said).toEqual(['“m” lost a cell that was merged into cell 1: “n” runs it now.']);
  });

  it('of one node are one cell of it', () => {
    open({ n: ['a', 'b', 'c'] });
    edit([
      ['a', A],
      ['x', `${B}\n\n${C}`]
    ]);
    expect([shown('n'), held('n'), said]).toEqual([['a ok', 'x changed'], ['a', 'x'], []]);
  });

  it('with one that no node holds stay with their node, whichever keeps its id', () => {
    open({ n: ['b'] });
    edit([
      ['a', `${A}\n${B}`],
      ['c', C]
    ]);
    expect([shown('n'), held('n')]).toEqual([['a changed'], ['a']]);
  });

  describe('with Markdown beside them', () => {
    const text = (id: string): Cells[number] => [id, `## ${id}`, 'markdown'];
    const whole: Cells = [text('T'), ['a', A], text('U'), ['b', B], text('V'), ['c', C]];

    it.each([
      ['in between', `${A}\n\n## U\n\n${B}`, [whole[0]], whole.slice(4)],
      ['in between, without a blank line', `${A}\n## U\n${B}`, [whole[0]], whole.slice(4)],
      ['all around', `## T\n\n${A}\n\n## U\n\n${B}\n\n## V`, [], whole.slice(5)]
    ])('stay with the node of the first: %s', (_, source, above, below) => {
      open({ n: ['a'], m: ['b', 'c'] });
      edit(whole);
      edit([...above, ['x', source], ...below]);
      expect([held('n'), held('m'), said.length]).toEqual([['x'], ['c'], 1]);
      edit(whole);
      expect([held('n'), held('m')]).toEqual([['a'], ['b', 'c']]);
    });

    it.each([
      ['above', `## U\n\n${B}`, [whole[0], whole[1]], whole.slice(4)],
      ['below', `${B}\n\n## V`, whole.slice(0, 3), whole.slice(5)]
    ])('one alone stays with its node: %s', (_, source, above, below) => {
      open({ n: ['a'], m: ['b', 'c'] });
      edit(whole);
      edit([...above, ['x', source], ...below]);
      expect([held('n'), held('m'), said]).toEqual([['a'], ['x', 'c'], []]);
    });

    it('are none where a cell is deleted and another one edited', () => {
      open({ n: ['a'], m: ['b', 'c'] });
      edit(whole);
      edit([whole[0], ['b', `${B}\n\n${A}`], ...whole.slice(4)]);
      expect([held('n'), held('m')]).toEqual([['a'], ['b', 'c']]);
    });
  });

  it('are as they were when the notebook takes it back', () => {
    open({ n: ['a'], m: ['b', 'c'] });
    edit([
      ['x', `${A}\n\n${B}`],
      ['c', C]
    ]);
    edit([
      ['a', A],
      ['b', B],
      ['c', C]
    ]);
    expect([shown('n'), shown('m')]).toEqual([['a ok'], ['b ok', 'c ok']]);
    expect([held('n'), held('m')]).toEqual([['a'], ['b', 'c']]);
  });
});

it('writes nothing to a pipeline that is read-only', () => {
  open({ n: ['a'], m: ['b'] });
  editor.setReadOnly(true);
  edit([
    ['x', `${A}\n\n${B}`],
    ['c', C]
  ]);
  expect([held('n'), shown('n')]).toEqual([['a'], ['a missing']]);
});
