import { describe, expect, it } from 'vitest';
import { normalise } from './normalise';
import { PipelineSpec } from './pipeline';
import { PlatformSpec } from './platform';
import { faultsOf, validateSpec } from './validate';

/** A pipeline with one task, as a reader gives it: of any form. */
const withTask = (task: unknown) => ({
  pipelineInfo: { name: 'test' },
  root: { dag: { tasks: { train: task } } }
});
const inTask = (task: unknown) =>
  faultsOf(PipelineSpec, withTask(task)).map(({ path, message }) => `${path}: ${message}`);
const withExecutor = (config: unknown) => ({
  platforms: { kubernetes: { deploymentSpec: { executors: { 'exec-a': config } } } }
});

describe('faultsOf', () => {
  it('finds none in what is right', () => {
    const task = {
      taskInfo: { name: 'Train' },
      inputs: { parameters: { x: { runtimeValue: { constant: { any: [1, null] } } } } },
      retryPolicy: { maxRetryCount: 2, backoffDuration: '1.5s', backoffFactor: 0.5 },
      triggerPolicy: { strategy: 'ALL_UPSTREAM_TASKS_COMPLETED' },
      cachingOptions: {},
      dependentTasks: []
    };
    expect(inTask(task)).toEqual([]);
  });

  it.each([
    [{ retrypolicy: {} }, '.retrypolicy: Kubeflow knows no field `retrypolicy` here.'],
    [{ retryPolicy: [] }, '.retryPolicy: Expected an object, found a list.'],
    [
      { retryPolicy: { maxRetryCount: 1.5 } },
      '.retryPolicy.maxRetryCount: Expected a whole number of 32 bits, found 1.5.'
    ],
    [
      { retryPolicy: { maxRetryCount: 2 ** 31 } },
      '.retryPolicy.maxRetryCount: Expected a whole number of 32 bits, found 2147483648.'
    ],
    [{ retryPolicy: { backoffFactor: '2x' } }, '.retryPolicy.backoffFactor: Expected a number, found "2x".'],
    [
      { retryPolicy: { backoffDuration: '2 hours' } },
      '.retryPolicy.backoffDuration: Expected seconds, such as "30s", found "2 hours".'
    ],
    [
      { cachingOptions: { enableCache: 'yes' } },
      '.cachingOptions.enableCache: Expected true or false, found "yes".'
    ],
    [{ dependentTasks: ['a', 1] }, '.dependentTasks.1: Expected text, found 1.'],
    [{ dependentTasks: 'a' }, '.dependentTasks: Expected a list, found "a".'],
    [{ taskInfo: { name: null } }, '.taskInfo.name: Expected text, found null.'],
    [
      { triggerPolicy: { strategy: 'ALWAYS' } },
      '.triggerPolicy.strategy: "ALWAYS" is none of TRIGGER_STRATEGY_UNSPECIFIED, ALL_UPSTREAM_TASKS_SUCCEEDED, ALL_UPSTREAM_TASKS_COMPLETED.'
    ],
    [
      { inputs: { artifacts: { 'a.b': { x: 1 } } } },
      ".inputs.artifacts['a.b'].x: Kubeflow knows no field `x` here."
    ],
    [
      { parameterIterator: {}, artifactIterator: {} },
      ': Only one of artifactIterator, parameterIterator may be given.'
    ]
  ])('finds what is wrong in %j', (task, fault) => {
    expect(inTask(task)).toEqual([`root.dag.tasks.train${fault}`]);
  });

  it('finds what is missing, and a document that is none', () => {
    expect(faultsOf(PipelineSpec, { pipelineInfo: {} })).toEqual([
      { path: 'pipelineInfo', message: 'The field `name` is missing.' },
      { path: '', message: 'The field `root` is missing.' }
    ]);
    expect(faultsOf(PipelineSpec, [])).toEqual([{ path: '', message: 'Expected an object, found a list.' }]);
  });

  it('leaves executors of other platforms alone', () => {
    const platforms = { other: { deploymentSpec: { executors: { a: { anything: 1 } } } } };
    expect(faultsOf(PlatformSpec, { platforms })).toEqual([]);
  });
});

describe('validateSpec', () => {
  const spec = normalise(PipelineSpec, withTask({}));
  const faults = (platform: unknown) => validateSpec({ spec, platform: normalise(PlatformSpec, platform) });

  it('says when the server goes on without the platform document', () => {
    expect(faults({ platforms: { kubernetes: { deployment: {} } } })).toEqual([
      {
        path: 'platforms.kubernetes.deployment',
        message:
          'Kubeflow knows no field `deployment` here. The server leaves out the whole platform document without a word.',
        unknown: true
      }
    ]);
  });

  it('says when runs will not start', () => {
    expect(faults(withExecutor({ nodeSelectors: {} }))).toEqual([
      {
        path: 'platforms.kubernetes.deploymentSpec.executors.exec-a.nodeSelectors',
        message: 'Kubeflow knows no field `nodeSelectors` here. Runs of the pipeline will not start.',
        unknown: true
      }
    ]);
  });
});
