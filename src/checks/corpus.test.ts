import { describe, expect, it } from 'vitest';
import { resolve } from '../flow';
import { importSpec, readSpec, type Target } from '../kubeflow';
import { corpus } from '../kubeflow/testing/corpus';
import { emptyCatalog } from '../pools';
import { judge } from './judge';

/** What is wrong with real specs: old schemas, what Vertex AI alone does, and what the study of the backend names. */
const KNOWN = [
  'importer-uri',
  'pipeline-name',
  'target-parameter-without-type',
  'target-root-artifact-input',
  'target-schema-version',
  'unfilled-placeholder'
];
const errorsOf = (text: string, target: Target) => {
  const { pipeline } = importSpec(readSpec(text), { id: 'corpus' });
  const flow = resolve(pipeline, { notebook: path => ({ message: `${path} is not there.` }) });
  return judge(flow, emptyCatalog, target).problems.filter(({ severity }) => severity === 'error');
};

describe.skipIf(!corpus())('real specs', () => {
  it('have no errors but those known', { timeout: 120_000 }, () => {
    const found = [...(corpus() ?? [])].flatMap(([name, text]) =>
      errorsOf(text, 'kfp-2.18')
        .filter(({ rule }) => !KNOWN.includes(rule))
        .map(({ rule, message }) => `${name}: ${rule}: ${message}`)
    );
    expect(found).toEqual([]);
  });
});
