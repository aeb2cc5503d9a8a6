import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { readPipeline } from '../file/read-pipeline';
import { writePipeline } from '../file/write-pipeline';
import { fieldsOf, loaded, merge, pair, SAMPLE } from '../testing/shared-sample';
import type { Pipeline } from '../schema';
import type { PipelineChange } from './contract';
import { createSharedPipeline } from './shared-pipeline';

test('what is loaded is what is stored', () => {
  const doc = loaded();
  expect(doc.stored).toEqual(SAMPLE);
  expect(writePipeline(doc.stored)).toBe(writePipeline(SAMPLE));
  expect(doc.canUndo).toBe(false);
});

test('two loads of one pipeline give one history', () => {
  const updates = [1, 2].map(() => {
    const ydoc = new Y.Doc();
    ydoc.clientID = 0;
    createSharedPipeline({ ydoc }).load(SAMPLE);
    return Y.encodeStateAsUpdate(ydoc);
  });
  expect(updates[0]).toEqual(updates[1]);
});

test('a second load replaces the first, and writes nothing that is right already', () => {
  const doc = loaded();
  const size = Y.encodeStateAsUpdate(doc.ydoc).length;
  doc.load(structuredClone(SAMPLE));
  expect(Y.encodeStateAsUpdate(doc.ydoc).length).toBe(size);
  const { odd: _odd, ...nodes } = SAMPLE.nodes;
  const { extra: _extra, ...rest } = SAMPLE;
  const other = { ...rest, name: 'other', nodes, parameters: {}, layout: {} } as Pipeline;
  doc.load(other);
  expect(doc.stored).toEqual(other);
  doc.load(SAMPLE);
  expect(doc.stored).toEqual(SAMPLE);
});

test('two settings of one node, edited at once, both win', () => {
  const [ann, bob] = pair();
  ann.write(['nodes', 'load', 'resources', 'memory'], '4Gi');
  ann.write(['nodes', 'train', 'inputs', 'data', 'type'], 'Model');
  ann.write(
    ['nodes', 'load', 'cells'],
    [
      { id: 'c1', hash: 'h1' },
      { id: 'c2', hash: 'h2' }
    ]
  );
  bob.write(['nodes', 'load', 'resources', 'cpu'], '2');
  bob.write(['nodes', 'train', 'inputs', 'data', 'from'], { value: 1 });
  bob.write(
    ['nodes', 'load', 'cells'],
    [
      { id: 'c1', hash: 'h9' },
      { id: 'c3', hash: 'h3' }
    ]
  );
  merge(ann, bob);
  expect(ann.pipeline.nodes.load).toMatchObject({ resources: { memory: '4Gi', cpu: '2' } });
  expect(ann.pipeline.nodes.train).toMatchObject({ inputs: { data: { type: 'Model', from: { value: 1 } } } });
  expect(fieldsOf(ann, 'load').cells).toEqual([
    { id: 'c1', hash: 'h9' },
    { id: 'c2', hash: 'h2' },
    { id: 'c3', hash: 'h3' }
  ]);
  expect(bob.pipeline).toEqual(ann.pipeline);
});

test('an input that one removes while another binds it is gone, whole', () => {
  const [ann, bob] = pair();
  ann.write(['nodes', 'train', 'inputs', 'data'], undefined);
  bob.write(['nodes', 'train', 'inputs', 'data', 'from'], { value: 1 });
  merge(ann, bob);
  expect(fieldsOf(ann, 'train').inputs).toEqual({
    epochs: { type: 'integer', from: { parameter: 'epochs' } }
  });
  expect(bob.pipeline).toEqual(ann.pipeline);
});

test('two settings of Kubernetes, two outputs of a group: both win', () => {
  const [ann, bob] = pair();
  ann.write(['nodes', 'g'], { kind: 'pipeline', outputs: { a: { type: 'Model', from: [] } } });
  merge(ann, bob);
  ann.write(['nodes', 'train', 'kubernetes', 'imagePullPolicy'], 'Always');
  bob.write(['nodes', 'train', 'kubernetes', 'nodeSelector'], { zone: 'a' });
  ann.write(['nodes', 'g', 'outputs', 'b'], { type: 'Model', from: [] });
  bob.write(['nodes', 'g', 'outputs', 'a', 'description'], 'best');
  ann.write(['nodes', 'g', 'names', 'task'], 't');
  bob.write(['nodes', 'g', 'names', 'component'], 'c');
  merge(ann, bob);
  expect(fieldsOf(ann, 'train').kubernetes).toEqual({
    imagePullPolicy: 'Always',
    nodeSelector: { zone: 'a' }
  });
  expect(fieldsOf(ann, 'g')).toEqual({
    kind: 'pipeline',
    names: { task: 't', component: 'c' },
    outputs: { a: { type: 'Model', from: [], description: 'best' }, b: { type: 'Model', from: [] } }
  });
  expect(bob.pipeline).toEqual(ann.pipeline);
});

test('an item of a list in a setting is set in place', () => {
  const doc = loaded();
  doc.write(['nodes', 'train', 'kubernetes', 'pvcMount'], [{ pvcName: 'a', mountPath: '/a' }]);
  doc.write(['nodes', 'train', 'kubernetes', 'pvcMount', '0', 'pvcName'], { parameter: 'epochs' });
  expect(fieldsOf(doc, 'train').kubernetes).toEqual({
    pvcMount: [{ pvcName: { parameter: 'epochs' }, mountPath: '/a' }]
  });
});

test('two who remove the last two cells at once leave none, not a node without cells', () => {
  const [ann, bob] = pair();
  const [one, two] = ['c1', 'c2'].map(id => ({ id, hash: 'h' }));
  ann.write(['nodes', 'load', 'cells'], [one, two]);
  merge(ann, bob);
  ann.write(['nodes', 'load', 'cells'], [one]);
  bob.write(['nodes', 'load', 'cells'], [two]);
  merge(ann, bob);
  expect(fieldsOf(bob, 'load').cells).toEqual([]);
});

test('an update that comes before the one it follows shows no half of a parameter', () => {
  const [ann, bob] = pair();
  const updates: Uint8Array[] = [];
  ann.ydoc.on('update', (update: Uint8Array) => updates.push(update));
  ann.write(['meta', 'name'], 'first');
  ann.write(['parameters', 'epochs'], { type: 'string' });
  Y.applyUpdate(bob.ydoc, updates[1]);
  expect(bob.pipeline.parameters).toEqual({});
  Y.applyUpdate(bob.ydoc, updates[0]);
  expect(bob.pipeline).toEqual(ann.pipeline);
});

test('what no edit writes is not read: settings that do not fit, entries that are odd', () => {
  const doc = loaded();
  const nodes = doc.ydoc.getMap<Y.Map<unknown>>('nodes');
  const train = nodes.get('train');
  doc.ydoc.transact(() => {
    train?.set('/cells', 5);
    train?.set('/args', 'none');
    train?.set('/after', [3]);
    train?.set('/env/X', 1);
    nodes.get('load')?.delete('/notebook');
    doc.ydoc.getMap('layout').set('odd', 'here');
    (nodes as Y.Map<unknown>).set('text', 'no node');
  });
  const { after: _after, env: _env, ...rest } = SAMPLE.nodes.train as Record<string, unknown>;
  expect(doc.stored.nodes).toEqual({ train: { ...rest, cells: 5 }, odd: SAMPLE.nodes.odd });
  expect(doc.stored.layout).toEqual(SAMPLE.layout);
});

test('a change leaves all other nodes the same objects, and says what it touched', () => {
  const [ann, bob] = pair();
  const before = bob.pipeline;
  expect(bob.pipeline).toBe(before);
  const changes: PipelineChange[] = [];
  const stop = bob.subscribe(change => changes.push(change));
  ann.transact(() => {
    ann.write(['nodes', 'train', 'title'], 'x');
    ann.write(['nodes', 'train', 'env', 'A'], 'x');
    ann.write(['layout', 'load'], [9, 9]);
  });
  merge(ann, bob);
  const { nodes } = bob.pipeline;
  expect(nodes.load).toBe(before.nodes.load);
  expect(nodes.train).not.toBe(before.nodes.train);
  expect(bob.pipeline.parameters).toBe(before.parameters);
  expect(changes).toEqual([
    {
      nodes: new Set(['train']),
      layout: new Set(['load']),
      parameters: false,
      meta: false,
      comments: false,
      local: false
    }
  ]);
  bob.write(['layout', 'load'], [1, 1]);
  expect(bob.pipeline.nodes).toBe(nodes);
  expect(changes[1]).toMatchObject({ local: true, layout: new Set(['load']) });
  stop();
  bob.write(['layout', 'load'], [2, 2]);
  expect(changes.length).toBe(2);
});

test('a listener that edits makes a step of its own', () => {
  const doc = loaded();
  const stop = doc.subscribe(change => {
    if (change.meta) {
      stop();
      doc.write(['layout', 'load'], [3, 3]);
    }
  });
  doc.write(['meta', 'name'], 'new');
  expect(doc.undoManager.undoStack.length).toBe(2);
  doc.undo();
  expect([doc.pipeline.name, doc.pipeline.layout.load]).toEqual(['new', [0, 0]]);
});

test('inside a transaction one reads what was written', () => {
  const doc = loaded();
  doc.transact(() => {
    doc.write(['nodes', 'n'], { kind: 'note', text: 'hi' });
    expect(doc.pipeline.nodes.n).toEqual({ kind: 'note', text: 'hi' });
  });
});

test('builds on a document of another, and lets go of it', () => {
  const ydoc = new Y.Doc();
  const doc = createSharedPipeline({ ydoc });
  doc.load(SAMPLE);
  expect(doc.pipeline.name).toBe('sample');
  doc.dispose();
  ydoc.getMap('meta').set('name', 'later');
  expect(doc.pipeline.name).toBe('sample');
});

test('goes over to another document, and says that all is another', () => {
  const doc = loaded();
  doc.write(['meta', 'name'], 'before');
  const other = createSharedPipeline();
  other.load({ ...SAMPLE, name: 'other', nodes: { n: { kind: 'note', text: 'hi' } }, layout: {} });
  const changes: PipelineChange[] = [];
  let undoable = doc.canUndo;
  doc.subscribe(change => changes.push(change));
  doc.subscribeUndo(() => (undoable = doc.canUndo));
  doc.moveTo(other.ydoc);
  expect(doc.stored).toEqual(other.stored);
  expect(changes.map(({ nodes, local }) => [[...nodes].sort(), local])).toEqual([
    [['load', 'n', 'odd', 'train'], false]
  ]);
  expect(undoable).toBe(false);
  doc.write(['meta', 'name'], 'after');
  expect([other.pipeline.name, undoable]).toEqual(['after', true]);
  doc.undo();
  expect([other.pipeline.name, doc.canUndo]).toEqual(['other', false]);
});

const MESSAGE = { by: 'ann', name: 'Ann', at: '2026-01-01T00:00:00Z', text: 'why?' };

test('comments are in the file, two replies at once both stay, and no undo takes one back', () => {
  const [ann, bob] = pair();
  ann.write(['comments', 't1'], { node: 'train', messages: { m1: MESSAGE } });
  merge(ann, bob);
  ann.write(['comments', 't1', 'messages', 'm2'], { ...MESSAGE, text: 'because' });
  bob.write(['comments', 't1', 'messages', 'm3'], { ...MESSAGE, by: 'bob', text: 'so' });
  bob.write(['comments', 't1', 'resolved'], { by: 'bob', at: MESSAGE.at });
  merge(ann, bob);
  const thread = bob.pipeline.comments as Record<string, { messages: object }>;
  expect(Object.keys(thread.t1.messages).sort()).toEqual(['m1', 'm2', 'm3']);
  expect(ann.pipeline.comments).toEqual(bob.pipeline.comments);
  expect(ann.canUndo).toBe(false);
  ann.undo();
  expect(ann.pipeline.comments).toEqual(bob.pipeline.comments);
  const copy = createSharedPipeline();
  copy.load(readPipeline(writePipeline(ann.stored)));
  expect(copy.stored).toEqual(ann.stored);
  copy.load(SAMPLE);
  expect(copy.stored).toEqual(SAMPLE);
});

test('a thread whose last message is taken back while another resolves it is gone', () => {
  const [ann, bob] = pair();
  ann.write(['comments', 't1'], { at: [1, 2], messages: { m1: MESSAGE } });
  merge(ann, bob);
  ann.write(['comments', 't1'], undefined);
  bob.write(['comments', 't1', 'resolved'], { by: 'bob', at: MESSAGE.at });
  merge(ann, bob);
  expect('comments' in bob.stored).toBe(false);
  expect(bob.pipeline).toEqual(ann.pipeline);
});

test('a document knows who deleted a node, also by taking back that it was made', () => {
  const [ann, bob] = pair();
  ann.write(['nodes', 'train'], undefined);
  bob.write(['nodes', 'fresh'], { kind: 'note', text: 'hi' });
  merge(ann, bob);
  expect([ann.deletedBy('train'), bob.deletedBy('train')]).toEqual([ann.ydoc.clientID, ann.ydoc.clientID]);
  expect([ann.deletedBy('fresh'), ann.deletedBy('load'), ann.deletedBy('never')]).toEqual([
    undefined,
    undefined,
    undefined
  ]);
  bob.undo();
  ann.undo();
  merge(ann, bob);
  expect(ann.deletedBy('fresh')).toBe(bob.ydoc.clientID);
  expect(bob.deletedBy('train')).toBeUndefined();
});

test('repairs are seen by all and written by none', () => {
  const [ann, bob] = pair();
  ann.write(['nodes', 'load'], undefined);
  bob.write(['nodes', 'odd', 'after'], ['load']);
  merge(ann, bob);
  const to = { node: 'load' };
  expect(bob.repairs).toEqual([
    { reason: 'missing', node: 'odd', field: ['after', 'load'], to },
    { reason: 'missing', node: 'train', field: ['after', 'load'], to },
    { reason: 'missing', node: 'train', field: ['inputs', 'data', 'from'], to: { ...to, output: 'data' } }
  ]);
  expect(fieldsOf(bob, 'odd').after).toEqual([]);
  expect(bob.stored.nodes.odd).toMatchObject({ after: ['load'] });
});
