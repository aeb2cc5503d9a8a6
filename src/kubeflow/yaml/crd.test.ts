import { describe, expect, it } from 'vitest';
import type { PipelineSpec } from '../spec';
import { writeCrd } from './crd';
import { readSpec } from './read';

const spec: PipelineSpec = {
  pipelineInfo: { name: 'churn', description: 'On y.' },
  root: { dag: { tasks: { a: { retryPolicy: { maxRetryCount: 1 } } } } }
};

describe('writeCrd', () => {
  it('writes a pipeline and its version', () => {
    const options = { namespace: 'team', versionName: 'churn-2', displayName: 'Churn' };
    expect(writeCrd({ spec }, options).split('\n')).toEqual([
      'apiVersion: pipelines.kubeflow.org/v2beta1',
      'kind: Pipeline',
      'metadata:',
      '  name: churn',
      '  namespace: team',
      'spec:',
      '  description: On y.',
      '  displayName: Churn',
      '---',
      'apiVersion: pipelines.kubeflow.org/v2beta1',
      'kind: PipelineVersion',
      'metadata:',
      '  name: churn-2',
      '  namespace: team',
      'spec:',
      '  description: On y.',
      '  displayName: churn-2',
      '  pipelineName: churn',
      '  pipelineSpec:',
      '    pipelineInfo:',
      '      description: On y.',
      '      name: churn',
      '    root:',
      '      dag:',
      '        tasks:',
      '          a:',
      '            retryPolicy:',
      '              maxRetryCount: 1',
      ''
    ]);
  });

  it('writes the version alone, with the platform', () => {
    const text = writeCrd({ spec, platform: { platforms: {} } }, { pipeline: false });
    expect(text).not.toContain('kind: Pipeline\n');
    expect(text).toContain('  platformSpec:\n    platforms: {}\n');
  });

  it('can be read again', () => {
    const platform = { platforms: { kubernetes: { pipelineConfig: { activeDeadlineSeconds: 5 } } } };
    expect(readSpec(writeCrd({ spec, platform }))).toEqual({ spec, platform, comment: '' });
    expect(readSpec(writeCrd({ spec }, { pipeline: false }))).toEqual({ spec, comment: '' });
  });
});
