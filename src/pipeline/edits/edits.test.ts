import { beforeEach, expect, test } from 'vitest';
import { newPipeline } from '../new-pipeline';
import type { KnownNode, Pipeline } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { createSharedPipeline } from '../shared/shared-pipeline';
import { addNode } from './add-node';
import { bindInput } from './bind-input';
import { acceptCells, addCells, reanchorCell, removeCell } from './cells';
import { ClipboardError, copyNodes, pasteNodes } from './clipboard';
import { duplicateNodes } from './duplicate-nodes';
import { PipelineEditError } from './edit-error';
import { moveNodes } from './move-nodes';
import { addOrder, removeOrder } from './order';
import { removeNodes } from './remove-nodes';
import { renameParameter } from './rename-parameter';
import { renamePort } from './rename-port';
import { setField } from './set-field';
import { setMeta } from './set-meta';
import { setParameter } from './set-parameter';

const START: Pipeline = {
  ...newPipeline({ id: 'x', name: 'start' }),
  parameters: { epochs: { type: 'integer', default: 1 } },
  nodes: {
    load: { kind: 'cells', notebook: 'n.ipynb', cells: [{ id: 'c1', hash: 'h1' }] },
    train: {
      kind: 'container',
      image: 'acme/train:1',
      command: ['train', { output: 'model' }],
      args: ['--epochs', { input: 'epochs' }, { input: 'data', as: 'path' }],
      inputs: {
        data: { type: 'Dataset', from: { node: 'load', output: 'data' } },
        epochs: { type: 'integer', from: { parameter: 'epochs' } }
      },
      outputs: { model: { type: 'Model' } }
    },
    test: {
      kind: 'container',
      image: 'acme/test',
      after: ['load'],
      group: 'loop',
      inputs: { model: { type: 'Model', from: { node: 'train', output: 'model' } } }
    },
    loop: { kind: 'loop' },
    report: { kind: 'notebook', notebook: 'report.ipynb' },
    source: { kind: 'importer', type: 'Dataset', uri: { parameter: 'epochs' } },
    note: { kind: 'note', text: 'hi' }
  },
  layout: { load: [0, 0], train: [200, 10], test: [400, 20] }
};

let doc: SharedPipeline;
beforeEach(() => {
  doc = createSharedPipeline();
  doc.load(structuredClone(START));
});

const node = (id: string): Record<string, unknown> => doc.pipeline.nodes[id];

/** Runs an edit, and shows that it is one undo step that leaves nothing behind. */
function once<T>(edit: () => T): T {
  doc.stopCapturing();
  const before = doc.stored;
  const depth = doc.undoManager.undoStack.length;
  const result = edit();
  const after = doc.stored;
  expect(doc.undoManager.undoStack.length).toBe(depth + 1);
  doc.undo();
  expect(doc.stored).toEqual(before);
  doc.redo();
  expect(doc.stored).toEqual(after);
  return result;
}

/** Runs an edit that must be refused, and shows that it changed nothing. */
function refused(edit: () => unknown): string {
  const before = doc.stored;
  expect(edit).toThrow(PipelineEditError);
  expect(doc.stored).toBe(before);
  try {
    edit();
  } catch (error) {
    return (error as Error).message;
  }
  return '';
}

test('adds a node with an id from its title, never one that was in use', () => {
  const container: KnownNode = { kind: 'container', title: 'Très grand modèle!', image: 'a' };
  const id = once(() => addNode(doc, container, [1.6, -0.2]));
  expect(id).toMatch(/^tres-grand-modele-[a-z0-9]{4}$/);
  expect(node(id)).toEqual(container);
  expect(doc.pipeline.layout[id]).toEqual([2, 0]);
  expect(addNode(doc, { kind: 'container', image: 'ghcr.io/a/score:1' }, [0, 0])).toMatch(/^score-/);
  expect(addNode(doc, { kind: 'note', text: '??' }, [0, 0])).toMatch(/^node-/);
  once(() => removeNodes(doc, ['load']));
  expect(refused(() => addNode(doc, container, [0, 0], 'load'))).toContain('"load" is or was in use');
  expect(refused(() => addNode(doc, { kind: 'cells' } as KnownNode, [0, 0], 'new'))).toContain('lacks');
});

test('removes nodes with what groups hold and what others take from them', () => {
  once(() => removeNodes(doc, ['load', 'loop', 'gone']));
  expect(Object.keys(doc.stored.nodes).sort()).toEqual(['note', 'report', 'source', 'train']);
  expect(node('train').inputs).toEqual({
    data: { type: 'Dataset' },
    epochs: { type: 'integer', from: { parameter: 'epochs' } }
  });
  expect(doc.stored.layout).toEqual({ train: [200, 10] });
  expect(doc.repairs).toEqual([]);
});

test('moves many nodes at once', () => {
  once(() => moveNodes(doc, { load: [5, 5], train: [6.4, 6], gone: [0, 0], test: [NaN, 0] }));
  expect(doc.stored.layout).toEqual({ load: [5, 5], train: [6, 6], test: [400, 20] });
});

test('sets and removes settings at any depth', () => {
  once(() => setField(doc, 'train', ['resources', 'memory'], '4Gi'));
  once(() => setField(doc, 'train', ['env', 'A/B'], 'x'));
  once(() => setField(doc, 'train', ['inputs', 'data', 'from'], { value: { deep: [1] } }));
  expect(node('train')).toMatchObject({ resources: { memory: '4Gi' }, env: { 'A/B': 'x' } });
  once(() => setField(doc, 'train', ['resources', 'memory'], undefined));
  once(() => setField(doc, 'train', ['inputs', 'data'], undefined));
  expect(node('train')).not.toHaveProperty('resources');
  expect(Object.keys(node('train').inputs as object)).toEqual(['epochs']);
});

test('refuses what a file could not be read back with', () => {
  expect(refused(() => setField(doc, 'train', ['image'], undefined))).toContain('lacks "image"');
  expect(refused(() => setField(doc, 'train', ['retry', 'max'], -1))).toContain(
    'retry.max must be at least 0'
  );
  expect(refused(() => setField(doc, 'gone', ['title'], 'x'))).toContain('no node "gone"');
  expect(refused(() => setMeta(doc, 'name', ''))).toContain('needs a name');
  expect(refused(() => setParameter(doc, 'p', { type: 'int!' }))).toContain('type must have the form');
});

test('sets and renames parameters; all that names one follows', () => {
  once(() => setParameter(doc, 'rate', { type: 'number', default: 0.1 }));
  once(() => renameParameter(doc, 'epochs', 'rounds'));
  expect(doc.pipeline.parameters).toEqual({
    rate: { type: 'number', default: 0.1 },
    rounds: { type: 'integer', default: 1 }
  });
  expect(node('train').inputs).toMatchObject({ epochs: { from: { parameter: 'rounds' } } });
  expect(node('source').uri).toEqual({ parameter: 'rounds' });
  expect(refused(() => renameParameter(doc, 'rounds', 'rate'))).toContain('already');
  once(() => setParameter(doc, 'rounds', undefined));
  expect(doc.repairs.map(({ node: id, to }) => [id, to])).toEqual([
    ['source', { parameter: 'rounds' }],
    ['train', { parameter: 'rounds' }]
  ]);
  once(() => setMeta(doc, 'description', 'Why'));
  expect(doc.pipeline.description).toBe('Why');
});

test('renames ports; placeholders and bindings follow', () => {
  once(() => renamePort(doc, 'train', 'outputs', 'model', 'weights'));
  once(() => renamePort(doc, 'train', 'inputs', 'data', 'table'));
  expect(node('train')).toMatchObject({
    command: ['train', { output: 'weights' }],
    args: ['--epochs', { input: 'epochs' }, { input: 'table', as: 'path' }],
    outputs: { weights: { type: 'Model' } }
  });
  expect(Object.keys(node('train').inputs as object).sort()).toEqual(['epochs', 'table']);
  expect(node('test').inputs).toMatchObject({ model: { from: { node: 'train', output: 'weights' } } });
  expect(refused(() => renamePort(doc, 'train', 'inputs', 'table', 'epochs'))).toContain('already');
  expect(refused(() => renamePort(doc, 'train', 'inputs', 'none', 'x'))).toContain('no input "none"');
});

test('binds inputs, but closes no cycle', () => {
  once(() => bindInput(doc, 'train', 'data', { value: 1 }));
  once(() => bindInput(doc, 'train', 'epochs', undefined));
  expect(node('train').inputs).toEqual({
    data: { type: 'Dataset', from: { value: 1 } },
    epochs: { type: 'integer' }
  });
  expect(refused(() => bindInput(doc, 'train', 'none', { value: 1 }))).toContain('no input "none"');
  expect(refused(() => bindInput(doc, 'train', 'data', { node: 'test', output: 'x' }))).toContain(
    'needs "train"'
  );
  expect(refused(() => bindInput(doc, 'train', 'data', { node: 'train', output: 'model' }))).toContain(
    'itself'
  );
});

test('what a user decides about a name of cells is kept as a decision', () => {
  once(() => bindInput(doc, 'load', 'df', { parameter: 'epochs' }));
  expect(node('load').inputs).toEqual({ df: { from: { parameter: 'epochs' }, pinned: true } });
  once(() => bindInput(doc, 'load', 'df', undefined));
  expect(node('load').inputs).toEqual({ df: { removed: true } });
  once(() => setField(doc, 'load', ['inputs', 'df'], undefined));
  expect(node('load')).not.toHaveProperty('inputs');
});

test('what a user feeds to a name of a whole notebook is kept as a decision', () => {
  once(() => bindInput(doc, 'report', 'rate', { value: 0.5 }));
  expect(node('report').inputs).toEqual({ rate: { from: { value: 0.5 }, pinned: true } });
  expect(refused(() => addCells(doc, 'report', [{ id: 'c', hash: 'h' }]))).toContain('holds no cells');
});

test('orders nodes and takes it back', () => {
  once(() => addOrder(doc, 'load', 'train'));
  addOrder(doc, 'load', 'train');
  expect(node('train').after).toEqual(['load']);
  expect(refused(() => addOrder(doc, 'test', 'load'))).toContain('needs "load" itself');
  expect(refused(() => addOrder(doc, 'note', 'load'))).toContain('note');
  once(() => removeOrder(doc, 'load', 'train'));
  expect(node('train')).not.toHaveProperty('after');
});

test('duplicates are fed by what feeds the originals, and by each other', () => {
  const [other, train] = once(() => duplicateNodes(doc, ['train', 'test'], [10, 20]));
  expect(node(train)).toEqual(START.nodes.train);
  expect(node(other)).toMatchObject({
    after: ['load'],
    group: 'loop',
    inputs: { model: { from: { node: train, output: 'model' } } }
  });
  expect(doc.pipeline.layout[train]).toEqual([210, 30]);
});

test('nodes travel by the clipboard with what they take from each other', () => {
  const text = copyNodes(doc.pipeline, ['train', 'loop']);
  const target = createSharedPipeline();
  target.load(newPipeline({ id: 'y', name: 'y' }));
  const ids = pasteNodes(target, text, [1000, 1000]);
  const { nodes, layout, parameters } = target.pipeline;
  const by = (image: string) => ids.find(id => (nodes[id] as Record<string, unknown>).image === image) ?? '';
  const train = by('acme/train:1');
  expect(ids.length).toBe(3);
  expect(target.repairs).toEqual([]);
  expect(nodes[train]).toMatchObject({ inputs: { data: { type: 'Dataset' } } });
  expect(nodes[by('acme/test')]).toMatchObject({
    inputs: { model: { from: { node: train, output: 'model' } } }
  });
  expect(nodes[by('acme/test')].group).toBe(ids.find(id => nodes[id].kind === 'loop'));
  expect(layout[train]).toEqual([1000, 1000]);
  expect(layout[by('acme/test')]).toEqual([1200, 1010]);
  expect(parameters).toEqual(START.parameters);
  target.undo();
  expect(target.stored).toEqual(newPipeline({ id: 'y', name: 'y' }));
});

test.each(['', 'hello', '{}', '{"weft-nodes": 2, "nodes": {}}', '[1]', '{"weft-nodes": 1'])(
  'the clipboard text %j is refused',
  text => {
    expect(() => pasteNodes(doc, text, [0, 0])).toThrow(ClipboardError);
  }
);

test('a clipboard with a broken node is refused, by name', () => {
  const text = copyNodes(doc.pipeline, ['train']).replace('"image"', '"picture"');
  expect(() => pasteNodes(doc, text, [0, 0])).toThrow('train lacks "image"');
});

test('cells are added, accepted, anchored anew and removed', () => {
  const cells = () => node('load').cells;
  once(() =>
    addCells(doc, 'load', [
      { id: 'c1', hash: 'new' },
      { id: 'c0', hash: 'h0' }
    ])
  );
  expect(cells()).toEqual([
    { id: 'c1', hash: 'h1' },
    { id: 'c0', hash: 'h0' }
  ]);
  once(() =>
    acceptCells(doc, 'load', [
      { id: 'c1', hash: 'new' },
      { id: 'zz', hash: 'no' }
    ])
  );
  once(() => reanchorCell(doc, 'load', 'c0', { id: 'c9', hash: 'h9' }));
  expect(cells()).toEqual([
    { id: 'c1', hash: 'new' },
    { id: 'c9', hash: 'h9' }
  ]);
  expect(refused(() => reanchorCell(doc, 'load', 'c1', { id: 'c9', hash: '' }))).toContain('already');
  once(() => removeCell(doc, 'load', 'c1'));
  once(() => removeCell(doc, 'load', 'c9'));
  expect(cells()).toEqual([]);
  expect(refused(() => addCells(doc, 'train', []))).toContain('holds no cells');
});
