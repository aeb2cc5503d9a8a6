import * as Y from 'yjs';
import { newPipeline } from '../new-pipeline';
import type { Pipeline } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { createSharedPipeline } from '../shared/shared-pipeline';

/** A pipeline with a little of everything. */
export const SAMPLE: Pipeline = {
  ...newPipeline({ id: 'x', name: 'sample' }),
  extra: { kept: [1] },
  parameters: { epochs: { type: 'integer', default: 5 } },
  nodes: {
    load: { kind: 'cells', notebook: 'a.ipynb', cells: [{ id: 'c1', hash: 'h1' }], resources: {}, after: [] },
    train: {
      kind: 'container',
      image: 'a/b',
      after: ['load'],
      env: { 'A/B~C': '1' },
      inputs: {
        data: { type: 'Dataset', from: { node: 'load', output: 'data' } },
        epochs: { type: 'integer', from: { parameter: 'epochs' } }
      },
      outputs: { model: { type: 'Model' } },
      retry: { max: 2 }
    },
    odd: { kind: 'sweep', inputs: [1], after: 'x', cells: [{ id: 1 }, { id: 1 }] }
  },
  layout: { load: [0, 0], train: [200, 0] }
};

/** A document with `SAMPLE`. */
export function loaded(): SharedPipeline {
  const doc = createSharedPipeline();
  doc.load(SAMPLE);
  return doc;
}

/** Brings all documents to the same state. */
export function merge(...docs: SharedPipeline[]): void {
  for (const from of docs) {
    for (const to of docs) {
      Y.applyUpdate(to.ydoc, Y.encodeStateAsUpdate(from.ydoc, Y.encodeStateVector(to.ydoc)));
    }
  }
}

/** Two documents with the same history so far. */
export function pair(): [SharedPipeline, SharedPipeline] {
  const docs: [SharedPipeline, SharedPipeline] = [loaded(), createSharedPipeline()];
  merge(...docs);
  return docs;
}

/** The settings of a node, whatever its kind. */
export const fieldsOf = (doc: SharedPipeline, id: string): Record<string, unknown> => doc.pipeline.nodes[id];
