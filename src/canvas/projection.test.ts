import { beforeEach, describe, expect, it } from 'vitest';
import { type OpenEditor, plainText } from '../actions';
import { openTestEditor } from '../actions/testing/open-test-editor';
import { addOrder, bindInput, groupNodes, moveNodes, removeNodes, setField } from '../pipeline';
import { draggedTo, startDrag, targetAt } from './drag';
import { edgeProjector } from './project-edges';
import { type LocalState, nodeProjector } from './project-nodes';

const IDLE: LocalState = { positions: new Map(), into: null, renaming: null };
let editor: OpenEditor;
beforeEach(async () => {
  ({ editor } = await openTestEditor());
});

describe('nodeProjector', () => {
  const byId = (nodes: { id: string }[]) => new Map(nodes.map(node => [node.id, node]));

  it('gives React Flow sizes and ports, so that nothing has to be measured', () => {
    for (const node of nodeProjector(plainText)(editor.view, IDLE)) {
      expect(node.measured).toEqual({ width: node.width, height: node.height });
      expect(node.handles).toBe(node.data.geometry.handles);
    }
  });

  it('gives the same array while nothing changed', () => {
    const project = nodeProjector(plainText);
    expect(project(editor.view, IDLE)).toBe(project(editor.view, IDLE));
  });

  it('makes one node anew when one is moved, selected, changed or dragged', () => {
    const project = nodeProjector(plainText);
    let last = byId(project(editor.view, IDLE));
    const changedSince = (local = IDLE) => {
      const now = byId(project(editor.view, local));
      const changed = [...now.keys()].filter(id => now.get(id) !== last.get(id));
      last = now;
      return changed;
    };
    moveNodes(editor.doc, { load: [9, 9] });
    expect(changedSince()).toEqual(['load']);
    editor.select({ nodes: ['clean'] });
    expect(changedSince()).toEqual(['clean']);
    setField(editor.doc, 'hint', ['text'], 'Changed');
    expect(changedSince()).toEqual(['hint']);
    expect(changedSince({ ...IDLE, positions: new Map([['tell', { x: 1, y: 1 }]]) })).toEqual(['tell']);
    removeNodes(editor.doc, ['hint']);
    expect(changedSince({ ...IDLE, positions: new Map([['tell', { x: 1, y: 1 }]]) })).toEqual([]);
  });

  it('keeps what is drawn when a node only moves', () => {
    const project = nodeProjector(plainText);
    const before = project(editor.view, IDLE).find(({ id }) => id === 'load');
    moveNodes(editor.doc, { load: [9, 9] });
    const after = project(editor.view, IDLE).find(({ id }) => id === 'load');
    expect(after).not.toBe(before);
    expect(after?.data).toBe(before?.data);
  });

  it('names a node for those who do not see it', () => {
    editor.setRun({
      id: 'r',
      pipeline: 'p',
      state: 'failed',
      started: 0,
      steps: new Map([['clean', { node: 'clean', state: 'failed', log: [], outputs: {} }]])
    });
    const nodes = nodeProjector(plainText)(editor.view, IDLE);
    const label = nodes.find(({ id }) => id === 'clean')?.ariaLabel;
    expect(label).toMatch(/^Clean, cells, inputs 1 of 1 connected, .*failed$/);
  });
});

describe('groups', () => {
  const shown = (local: Partial<LocalState> = {}) =>
    byId(nodeProjector(plainText)(editor.view, { ...IDLE, ...local }));
  const byId = <T extends { id: string }>(nodes: readonly T[]) => new Map(nodes.map(node => [node.id, node]));
  let loop: string;
  beforeEach(() => {
    loop = groupNodes(editor.doc, ['score', 'tell'], 'loop');
  });

  it('come before what they hold, lie under it, and are taken by their header', () => {
    const nodes = [...shown().values()];
    const ids = nodes.map(({ id }) => id);
    expect(ids.indexOf(loop)).toBeLessThan(ids.indexOf('score'));
    const frame = shown().get(loop)!;
    expect(frame).toMatchObject({ type: 'frame', selectable: false, dragHandle: '.jp-WeftFrame-header' });
    expect(frame.zIndex).toBeLessThan(shown().get('score')!.zIndex ?? 0);
    expect(frame.ariaLabel).toMatch(/^Loop, loop, for each item of a list, not given yet, holds 2 nodes/);
  });

  it('grow with a node that is dragged, and nothing else is made anew', () => {
    const project = nodeProjector(plainText);
    const before = byId(project(editor.view, IDLE));
    const positions = new Map([['tell', { x: 1500, y: 0 }]]);
    const after = byId(project(editor.view, { ...IDLE, positions }));
    expect([...after.keys()].filter(id => after.get(id) !== before.get(id)).sort()).toEqual(
      [loop, 'tell'].sort()
    );
    expect(after.get(loop)!.width! - before.get(loop)!.width!).toBe(600);
    expect(project(editor.view, { ...IDLE, positions }).find(({ id }) => id === loop)).toBe(after.get(loop));
  });

  it('show where a node in hand would go, and close up behind it', () => {
    const drag = startDrag(editor.view.flow, ['tell']);
    const into = targetAt(drag, editor.view.flow, [5000, 5000]);
    expect(into).toEqual({ ids: ['tell'], group: '' });
    const positions = draggedTo(drag, [['tell', { x: 5000, y: 5000 }]]);
    const left = shown({ positions, into }).get(loop)!;
    expect(left.width).toBeLessThan(shown().get(loop)!.width!);
    const back = startDrag(editor.view.flow, ['clean']);
    const target = targetAt(back, editor.view.flow, [700, 60]);
    expect(target).toEqual({ ids: ['clean'], group: loop });
    const over = shown({ positions: draggedTo(back, [['clean', { x: 700, y: 60 }]]), into: target });
    expect(over.get(loop)!.className).toContain('jp-mod-into');
  });

  it('take what they hold along', () => {
    const drag = startDrag(editor.view.flow, [loop, 'tell']);
    expect(drag.roots).toEqual([loop]);
    const { x, y } = shown().get(loop)!.position;
    const places = draggedTo(drag, [[loop, { x: x + 7, y: y - 3 }]]);
    expect(places.get('score')).toEqual({ x: 607, y: -3 });
    expect(places.get('tell')).toEqual({ x: 907, y: -3 });
  });

  it('pass items in and collect on the way out', () => {
    setField(editor.doc, loop, ['items'], { value: [1] });
    setField(editor.doc, 'tell', ['inputs', 'count', 'from'], { item: loop });
    setField(editor.doc, 'clean', ['inputs', 'df'], { from: { node: 'score', output: 'count' } });
    const edges = edgeProjector(plainText)(editor.view, null);
    const item = edges.find(({ source }) => source === loop);
    expect(item).toMatchObject({ sourceHandle: 'enter:', target: 'tell', targetHandle: 'in:count' });
    expect(item?.data?.reason).toBe('"count" of Tell reads the item of Loop');
    const out = edges.find(({ target }) => target === 'clean');
    expect(out?.data).toMatchObject({ label: 'count, all iterations', collects: true });
    expect(out?.data?.reason).toContain('collected from each iteration of "Loop"');
  });
});

describe('edgeProjector', () => {
  const project = () => edgeProjector(plainText);

  it('says why an edge is there, with cells counted from 1', () => {
    const [edge] = project()(editor.view, null);
    expect(edge.data).toMatchObject({ label: 'df', reason: '"df" written in cell 1, read in cell 2' });
    expect(edge.ariaLabel).toMatch(/^df from Load to Clean\. df@1: list, .*\. Data \(line\): a value .*\.$/);
    expect(edge.data?.details).toHaveLength(2);
    expect(edge.className).toContain('jp-mod-derived');
  });

  it('tells drawn bindings and orders apart', () => {
    bindInput(editor.doc, 'tell', 'page', { node: 'score', output: 'report' });
    addOrder(editor.doc, 'clean', 'tell');
    const edges = project()(editor.view, null);
    const drawn = edges.find(({ source }) => source === 'score');
    const order = edges.find(({ source }) => source === 'clean');
    expect(drawn).toMatchObject({ sourceHandle: 'out:report', targetHandle: 'in:page' });
    expect(drawn?.className).toContain('jp-mod-drawn');
    expect(order).toMatchObject({
      sourceHandle: 'out:',
      targetHandle: 'in:',
      ariaLabel: 'Tell runs after Clean'
    });
    expect(order?.markerEnd).toBeDefined();
  });

  it('draws a binding to a name that cells do not leave behind, at the node as a whole', () => {
    bindInput(editor.doc, 'tell', 'page', { node: 'load', output: 'gone' });
    const drawn = project()(editor.view, null).find(({ target }) => target === 'tell');
    expect(drawn).toMatchObject({ sourceHandle: 'out:', targetHandle: 'in:page' });
  });

  it('marks what the live kernel pickles or cannot store', () => {
    const again = project();
    expect(again(editor.view, null)[0].data?.mark).toBeUndefined();
    const fact = { type: 'generator', bytes: 1, exact: true, tried: true };
    const says = (df: { storable: boolean; format?: string }) =>
      editor.setKernel('a.ipynb', { python: '3.11.1', values: { df: { ...fact, ...df } }, versions: {} });
    says({ storable: true, format: 'pickle' });
    expect(again(editor.view, null)[0].data?.mark).toBe('pickle');
    says({ storable: false });
    expect(again(editor.view, null)[0].data?.mark).toBe('unstorable');
    expect(again(editor.view, null)[0].ariaLabel).toContain('cannot be stored: generator');
  });

  it('makes only the explained edge anew', () => {
    bindInput(editor.doc, 'tell', 'page', { node: 'score', output: 'report' });
    const again = project();
    const before = again(editor.view, null);
    expect(again(editor.view, null)).toBe(before);
    const after = again(editor.view, before[0].id);
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });
});
