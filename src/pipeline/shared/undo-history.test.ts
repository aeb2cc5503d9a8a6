import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findFileFault } from '../file/find-fault';
import { PATIENCE, runs } from '../testing/property';
import { EDIT_NAMES, editAtRandom, START } from '../testing/random-edits';
import { fieldsOf, loaded, merge, pair, SAMPLE } from '../testing/shared-sample';
import type { SharedPipeline } from './contract';
import { createSharedPipeline } from './shared-pipeline';

test('undo of a delete brings back what others wrote meanwhile', () => {
  const [ann, bob] = pair();
  ann.write(['nodes', 'train'], undefined);
  expect(ann.pipeline.nodes.train).toBeUndefined();
  expect(ann.pipeline.layout).toEqual({ load: [0, 0] });
  bob.write(['nodes', 'train', 'title'], 'Train well');
  merge(ann, bob);
  expect(bob.pipeline.nodes.train).toBeUndefined();
  ann.undo();
  merge(ann, bob);
  expect(bob.pipeline.nodes.train).toMatchObject({ title: 'Train well', image: 'a/b' });
  expect(bob.pipeline.layout).toEqual(SAMPLE.layout);
});

test('undo is one step per transaction, and one per run of writes to the same place', () => {
  const doc = loaded();
  doc.transact(() => {
    doc.write(['nodes', 'train', 'title'], 'a');
    doc.write(['layout', 'train'], [5, 5]);
  });
  for (const name of ['o', 'ot', 'oth']) {
    doc.write(['meta', 'name'], name);
  }
  doc.stopCapturing();
  doc.write(['meta', 'name'], 'other');
  doc.transact(() => doc.write(['meta', 'description'], 'quiet'), false);
  const steps: unknown[] = [];
  while (doc.canUndo) {
    doc.undo();
    steps.push([doc.pipeline.name, doc.pipeline.nodes.train.title]);
  }
  expect(steps).toEqual([
    ['oth', 'a'],
    ['sample', 'a'],
    ['sample', undefined]
  ]);
  expect(doc.pipeline.description).toBe('quiet');
  doc.redo();
  expect(doc.pipeline.layout.train).toEqual([5, 5]);
});

test('nobody undoes what another did', () => {
  const [ann, bob] = pair();
  ann.write(['meta', 'name'], 'ann');
  merge(ann, bob);
  expect(bob.canUndo).toBe(false);
  bob.undo();
  expect(bob.pipeline.name).toBe('ann');
});

test('an edit that fails midway can be undone, and does not stop the next', () => {
  const doc = loaded();
  expect(() =>
    doc.transact(() => {
      doc.write(['meta', 'name'], 'half');
      throw new Error('midway');
    })
  ).toThrow('midway');
  doc.write(['meta', 'name'], 'whole');
  expect(doc.pipeline.name).toBe('whole');
  doc.undo();
  doc.undo();
  expect(doc.pipeline.name).toBe('sample');
});

test('a node that is added and undone shows again, when redone, what others wrote in it meanwhile', () => {
  const [ann, bob] = pair();
  ann.transact(() => {
    ann.write(['nodes', 'n'], { kind: 'note', text: 'hi' });
    ann.write(['layout', 'n'], [1, 1]);
  });
  merge(ann, bob);
  bob.write(['nodes', 'n', 'title'], 'Bob');
  expect(ann.undo()).toEqual([]);
  expect(ann.pipeline.nodes.n).toBeUndefined();
  merge(ann, bob);
  expect(bob.pipeline.nodes.n).toBeUndefined();
  ann.redo();
  merge(ann, bob);
  expect(bob.pipeline.nodes.n).toEqual({ kind: 'note', text: 'hi', title: 'Bob' });
  expect(bob.pipeline.layout.n).toEqual([1, 1]);
});

test('a node stays when its making is undone after another worked in it, and that is said', () => {
  const [ann, bob] = pair();
  ann.write(['meta', 'name'], 'ann');
  ann.transact(() => {
    ann.write(['nodes', 'n'], { kind: 'note', text: 'hi' });
    ann.write(['layout', 'n'], [1, 1]);
    ann.write(['nodes', 'train', 'title'], 'beside');
  });
  merge(ann, bob);
  bob.write(['nodes', 'n', 'title'], 'Bob');
  merge(ann, bob);
  expect(ann.undo()).toEqual([{ path: ['nodes', 'n', 'title'], client: bob.ydoc.clientID }]);
  expect(ann.pipeline.nodes.n).toEqual({ kind: 'note', text: 'hi', title: 'Bob' });
  expect(ann.pipeline.layout.n).toEqual([1, 1]);
  expect(ann.pipeline.nodes.train.title).toBeUndefined();
  ann.redo();
  expect(ann.pipeline.nodes.train.title).toBe('beside');
});

test('undo leaves what another wrote since, says so, and goes no further', () => {
  const [ann, bob] = pair();
  ann.write(['meta', 'name'], 'first');
  ann.transact(() => {
    ann.write(['nodes', 'train', 'title'], 'ann');
    ann.write(['nodes', 'train', 'inputs', 'data', 'from'], { value: 1 });
  });
  ann.write(['parameters', 'epochs', 'default'], 7);
  merge(ann, bob);
  bob.write(['nodes', 'train', 'title'], 'bob');
  bob.write(['parameters', 'epochs', 'default'], 8);
  merge(ann, bob);
  const { clientID: client } = bob.ydoc;
  expect(ann.undo()).toEqual([{ path: ['parameters', 'epochs', 'default'], client }]);
  expect(fieldsOf(ann, 'train').inputs).toMatchObject({ data: { from: { value: 1 } } });
  expect(ann.undo()).toEqual([{ path: ['nodes', 'train', 'title'], client }]);
  expect(fieldsOf(ann, 'train')).toMatchObject({
    title: 'bob',
    inputs: { data: { from: { node: 'load', output: 'data' } } }
  });
  expect(ann.undo()).toEqual([]);
  expect([ann.pipeline.name, ann.pipeline.parameters.epochs.default]).toEqual(['sample', 8]);
});

test('what was removed, set again and undone twice is there as it was', () => {
  const doc = loaded();
  const path = ['nodes', 'load', 'cells'];
  doc.write(path, []);
  doc.write(path, [{ id: 'c1', hash: 'new' }]);
  doc.write(['nodes', 'train'], undefined);
  doc.write(['nodes', 'train'], { kind: 'note', text: 'again' });
  for (let steps = 4; steps > 0; steps--) {
    doc.undo();
  }
  expect(doc.stored).toEqual(SAMPLE);
  expect(doc.canUndo).toBe(false);
  while (doc.canRedo) {
    doc.redo();
  }
  expect(fieldsOf(doc, 'load').cells).toEqual([{ id: 'c1', hash: 'new' }]);
  expect(doc.pipeline.nodes.train).toEqual({ kind: 'note', text: 'again' });
});

test(
  'whatever one does alone, undoing all brings back the start, and redoing all the end',
  { timeout: PATIENCE },
  () => {
    const step = fc.tuple(fc.nat(EDIT_NAMES.length - 1), fc.nat(2 ** 31));
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 25 }), steps => {
        const doc = createSharedPipeline();
        doc.load(START);
        for (const [what, random] of steps) {
          if (!NOT_UNDONE.has(EDIT_NAMES[what])) {
            editAtRandom(doc, what, random);
          }
        }
        const end = { ...doc.stored };
        for (; doc.canUndo; doc.undo()) {
          expect(findFault(doc)).toBeNull();
        }
        expect(doc.stored).toEqual(START);
        for (; doc.canRedo; doc.redo()) {
          expect(findFault(doc)).toBeNull();
        }
        expect(doc.stored).toEqual(end);
      }),
      runs(100)
    );
  }
);

const NOT_UNDONE = new Set(['load', 'comment', 'replacePipeline', 'undo', 'redo']);
const findFault = (doc: SharedPipeline) => findFileFault(doc.stored);
