import { expect, it } from 'vitest';
import { newPipeline } from '../../pipeline';
import { asPart, leftOut } from './left-out';

const empty = newPipeline({ id: 'x', name: 'demo' });
const pipeline = {
  ...empty,
  config: { activeDeadlineSeconds: 60 },
  pipelineRoot: 'gs://runs',
  imported: { sdkVersion: 'kfp-2.17.0', kept: [{ at: ['spec', 'root', 'odd'], is: 1 }] }
};

it('names every setting of whole runs and what was kept of the pipeline itself', () => {
  expect(leftOut(pipeline)).toEqual(['config.activeDeadlineSeconds', 'pipelineRoot', 'spec.root.odd']);
  expect(leftOut(empty)).toEqual([]);
});

it('reports as kept only what nodes keep', () => {
  const ofNode = { node: 'a', path: 'task.x', why: 'x' };
  const ofPipeline = { node: '', path: 'spec.root.odd', why: 'y' };
  const report = { counts: {}, opaque: [], kept: [ofNode, ofPipeline] };
  expect(asPart({ pipeline, report, notebooks: {} }).report.kept).toEqual([ofNode]);
});
