import { beforeEach, describe, expect, it } from 'vitest';
import { bindInput, isCells } from '../pipeline';
import { isEnabled } from './action';
import { ACTIONS } from './all';
import { plainText } from './plain-text';
import { openTestEditor, type TestEditor } from './testing/open-test-editor';

let test: TestEditor;
beforeEach(async () => {
  test = await openTestEditor();
});

const find = (id: string) => {
  const action = ACTIONS.find(each => each.id === id);
  if (!action) {
    throw new Error(`No action ${id}`);
  }
  return action;
};
const run = async (id: string, args: Record<string, unknown> = {}) => find(id).do(test.editor, args);
const enabled = (id: string) => isEnabled(find(id), test.editor);
const select = (...nodes: string[]) => test.editor.select({ nodes });
const selected = () => [...test.editor.view.selection.nodes];
const pipeline = () => test.editor.doc.pipeline;

/** Runs an action and expects exactly one undo step, which undoing takes back whole. */
async function oneStep(id: string, args: Record<string, unknown> = {}): Promise<void> {
  const before = pipeline();
  const steps = test.steps();
  await run(id, args);
  expect(test.steps()).toBe(steps + 1);
  const after = pipeline();
  test.editor.doc.undo();
  expect(pipeline()).toEqual(before);
  test.editor.doc.redo();
  expect(pipeline()).toEqual(after);
}

describe('the list of actions', () => {
  it('offers each once in a context menu: nodes are drawn on the canvas, and so offer what it does', () => {
    const twice = ACTIONS.filter(({ menu = [] }) => menu.includes('canvas') && menu.length > 1);
    expect(twice.map(({ id }) => id)).toEqual([]);
  });

  it('names each once, with a label, and gives no key twice', () => {
    const ids = ACTIONS.map(action => action.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ACTIONS.every(action => action.label(plainText) !== '')).toBe(true);
    const keys = ACTIONS.flatMap(action => action.keys ?? []);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('turns off all that writes when the pipeline is read-only, and leaves the rest', () => {
    select('score');
    test.editor.setReadOnly(true);
    expect(ACTIONS.filter(action => action.writes && isEnabled(action, test.editor))).toEqual([]);
    expect(['walk-right', 'copy', 'fit', 'zoom-in', 'open-source'].every(enabled)).toBe(true);
  });

  it('turns off what needs a selection when there is none', () => {
    const needy = ['delete', 'duplicate', 'copy', 'cut', 'rename', 'connect', 'nudge-left', 'fit-selection'];
    expect(needy.filter(enabled)).toEqual([]);
    select('score');
    expect(needy.filter(id => !enabled(id))).toEqual([]);
  });
});

describe('editing', () => {
  it('undoes and redoes', async () => {
    expect(enabled('undo')).toBe(false);
    select('score');
    await run('rename', { title: 'Rate' });
    await run('undo');
    expect(pipeline().nodes.score.title).toBe('Score');
    await run('redo');
    expect(pipeline().nodes.score.title).toBe('Rate');
  });

  it('deletes nodes', async () => {
    select('score', 'hint');
    await oneStep('delete');
    expect(Object.keys(pipeline().nodes).sort()).toEqual(['clean', 'load', 'tell']);
    expect(selected()).toEqual([]);
  });

  it('deletes edges: a drawn binding, an order, and one that follows from the code', async () => {
    bindInput(test.editor.doc, 'tell', 'page', { node: 'score', output: 'report' });
    await run('connect');
    const edges = () => test.editor.view.flow.edges;
    test.editor.select({ edges: edges().map(edge => edge.id) });
    await oneStep('delete');
    expect(edges()).toEqual([]);
    const { clean } = pipeline().nodes;
    expect(isCells(clean) && clean.inputs?.df).toEqual({ removed: true });
  });

  it('leaves the decisions of a consumer alone when its producer is deleted', async () => {
    const [edge] = test.editor.view.flow.edges;
    test.editor.select({ nodes: ['load'], edges: [edge.id] });
    await run('delete');
    const { clean } = pipeline().nodes;
    expect(isCells(clean) && clean.inputs).toBeUndefined();
  });

  it('duplicates, and selects the copies', async () => {
    select('score');
    await oneStep('duplicate');
    expect(selected()).toHaveLength(1);
    expect(pipeline().layout[selected()[0]]).toEqual([640, 40]);
  });

  it('copies and pastes as text', async () => {
    select('score');
    await run('copy');
    expect(JSON.parse(test.clipboard.text)).toHaveProperty('nodes.score');
    await oneStep('paste', { position: [10, 20] });
    expect(Object.keys(pipeline().nodes)).toHaveLength(6);
  });

  it('cuts', async () => {
    select('score');
    await oneStep('cut');
    expect(pipeline().nodes.score).toBeUndefined();
    expect(JSON.parse(test.clipboard.text)).toHaveProperty('nodes.score');
  });

  it('says so when there are no nodes to paste', async () => {
    const steps = test.steps();
    await run('paste', { text: 'hello' });
    expect(test.steps()).toBe(steps);
    expect(test.calls.join()).toContain('notify info');
  });

  it('renames, and asks for the title when none is given', async () => {
    select('score');
    await run('rename');
    expect(test.calls).toContain('rename score');
    await oneStep('rename', { title: ' Rate ' });
    expect(pipeline().nodes.score.title).toBe('Rate');
    await oneStep('rename', { title: '' });
    expect(pipeline().nodes.score.title).toBeUndefined();
    select('hint');
    await oneStep('rename', { title: 'Bye' });
    expect(pipeline().nodes.hint).toEqual({ kind: 'note', text: 'Bye' });
  });

  it('moves by keys', async () => {
    select('score', 'tell');
    await oneStep('nudge-right');
    expect(pipeline().layout).toMatchObject({ score: [610, 0], tell: [910, 0] });
    await run('nudge-far-up');
    expect(pipeline().layout.score).toEqual([610, -40]);
  });

  it.each(['add-container', 'add-importer', 'add-note'])('%s where it is told', async id => {
    await oneStep(id, { position: [7, 8] });
    const added = Object.keys(pipeline().nodes).filter(key => pipeline().layout[key]?.[0] === 7);
    expect(pipeline().nodes[added[0]].kind).toBe(id.slice('add-'.length));
  });

  it('puts new nodes beside each other when no place is given, selects and shows them', async () => {
    await run('add-note');
    const [first] = selected();
    await run('add-note');
    const [second] = selected();
    expect(pipeline().layout[first]).toEqual([40, 40]);
    expect(pipeline().layout[second]).toEqual([80, 80]);
    expect(test.calls).toContain(`reveal ${second}`);
  });

  it('adds several cells as one node', async () => {
    const cells = [
      { id: 'c3', hash: 'x' },
      { id: 'c4', hash: 'y' }
    ];
    await oneStep('add-cells', { notebook: 'a.ipynb', cells, position: [5, 600] });
    const added = Object.values(pipeline().nodes).find(node => isCells(node) && node.cells.length === 2);
    expect(added).toMatchObject({ notebook: 'a.ipynb', cells });
  });

  it('adds the cells selected in a notebook, and says so when there are none', async () => {
    await run('add-cells');
    expect(test.calls.join()).toContain('notify info');
    const selectedCells = () => ({ notebook: 'b.ipynb', cells: [{ id: 'z', hash: 'z' }] });
    test = await openTestEditor({ selectedCells });
    await oneStep('add-cells');
    expect(Object.values(pipeline().nodes)).toContainEqual(expect.objectContaining({ notebook: 'b.ipynb' }));
  });

  it('connects by keys: once at each end', async () => {
    select('score');
    await run('connect');
    expect(test.editor.view.connecting).toBe('score');
    select('tell');
    await oneStep('connect');
    expect(pipeline().nodes.tell).toMatchObject({
      inputs: { count: { from: { node: 'score', output: 'count' } } }
    });
    expect(test.editor.view.connecting).toBeNull();
  });

  it('says why it does not connect', async () => {
    const steps = test.steps();
    select('clean');
    await run('connect');
    select('load');
    await run('connect');
    expect(test.steps()).toBe(steps);
    expect(test.calls.join()).toContain('cycle');
  });
});

describe('selecting and going', () => {
  it('selects all, then nothing; Escape first gives up a connection', async () => {
    await run('select-all');
    expect(selected()).toHaveLength(5);
    test.editor.setConnecting('score');
    await run('clear-selection');
    expect(selected()).toHaveLength(5);
    await run('clear-selection');
    expect(selected()).toEqual([]);
    expect(enabled('clear-selection')).toBe(false);
  });

  it('walks along wires, and to the nearest node where there is none', async () => {
    await run('walk-right');
    expect(selected()).toEqual(['load']);
    await run('walk-right');
    expect(selected()).toEqual(['clean']);
    await run('walk-right');
    expect(selected()).toEqual(['score']);
    await run('walk-left');
    expect(selected()).toEqual(['clean']);
    select('load');
    await run('walk-down');
    expect(selected()).toEqual(['hint']);
    await run('walk-up');
    expect(selected()).toEqual(['load']);
    expect(test.calls).toContain('reveal hint');
  });

  it('takes nodes into the selection with Shift', async () => {
    select('load');
    await run('extend-right');
    expect(selected()).toEqual(['load', 'clean']);
  });

  it('goes through the edges of a node', async () => {
    bindInput(test.editor.doc, 'tell', 'count', { node: 'score', output: 'count' });
    bindInput(test.editor.doc, 'tell', 'page', { node: 'score', output: 'report' });
    select('tell');
    const seen = new Set<string>();
    for (let i = 0; i < 2; i++) {
      await run('next-edge');
      test.editor.view.selection.edges.forEach(id => seen.add(id));
    }
    expect(seen.size).toBe(2);
    await run('previous-edge');
    expect([...test.editor.view.selection.edges]).toEqual([[...seen][0]]);
  });

  it('goes round the nodes with problems, both ways', async () => {
    const troubled = new Set(test.editor.view.problems.flatMap(({ node }) => node ?? []));
    expect(troubled.size).toBeGreaterThan(1);
    const forth: string[] = [];
    for (let i = 0; i < troubled.size; i++) {
      await run('next-problem');
      forth.push(...selected());
    }
    expect(new Set(forth)).toEqual(troubled);
    await run('next-problem');
    expect(selected()).toEqual([forth[0]]);
    await run('previous-problem');
    expect(selected()).toEqual([forth.at(-1)]);
  });

  it('opens the notebook at the cell, the text of a note, and the settings of other nodes', async () => {
    select('clean');
    await run('open-source');
    expect(test.calls).toContain('openFile a.ipynb c2');
    select('score');
    await run('open-source');
    expect(test.calls).toContain('openInspector');
    select('hint');
    await run('open-source');
    expect(test.calls).toContain('rename hint');
  });

  it.each([
    ['fit', 'fit'],
    ['zoom-in', 'zoomBy 1.25'],
    ['zoom-out', 'zoomBy 0.8'],
    ['zoom-100', 'zoomTo 1'],
    ['tidy', 'tidy all']
  ])('%s asks the canvas', async (id, call) => {
    await run(id);
    expect(test.calls).toContain(call);
  });

  it('fits and tidies the selection', async () => {
    select('load', 'clean');
    await run('fit-selection');
    await run('tidy-selection');
    expect(test.calls).toEqual(['fit load,clean', 'tidy load,clean']);
  });
});

describe('running', () => {
  it('is off where the shell cannot run, and while a run is under way', async () => {
    expect(enabled('run-locally')).toBe(false);
    const started: (string | undefined)[] = [];
    test = await openTestEditor({
      runLocally: until => Promise.resolve(void started.push(until)),
      cancelRun: () => void started.push('cancelled')
    });
    expect(enabled('cancel-run')).toBe(false);
    await run('run-locally');
    select('hint');
    expect(enabled('run-until')).toBe(false);
    select('clean');
    await run('run-until');
    test.editor.setRun({ id: 'r', pipeline: 'p', state: 'running', started: 0, steps: new Map() });
    expect(enabled('run-locally') || enabled('run-until')).toBe(false);
    await run('cancel-run');
    expect(started).toEqual([undefined, 'clean', 'cancelled']);
  });
});
