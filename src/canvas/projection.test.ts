import { beforeEach, describe, expect, it } from 'vitest';
import { type OpenEditor, plainText } from '../actions';
import { openTestEditor } from '../actions/testing/open-test-editor';
import { addOrder, bindInput, moveNodes, removeNodes, setField } from '../pipeline';
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

describe('edgeProjector', () => {
  const project = () => edgeProjector(plainText);

  it('says why an edge is there, with cells counted from 1', () => {
    const [edge] = project()(editor.view, null);
    expect(edge.data).toMatchObject({ label: 'df', reason: '"df" written in cell 1, read in cell 2' });
    expect(edge.ariaLabel).toBe('df from Load to Clean');
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
