import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Value } from 'typebox/value';
import { emptyCatalog } from '../pools';
import { compile } from './compile';
import type { Compiled } from './compiled';
import { type KubernetesExecutorConfig, PipelineSpec, PlatformSpec } from './spec';
import { taskNodes } from './task-nodes';
import { buildFlow, port } from './testing/build-flow';
import { catalog } from './testing/catalog';
import { FIXTURES } from './testing/fixtures';
import { readSpec, writeSpec } from './yaml';

const everything = compile(FIXTURES.everything(), catalog, 'kfp-2.16');
const { tasks = {} } = everything.spec.root.dag ?? {};
const { executors = {} } = everything.spec.deploymentSpec ?? {};
const container = (label: string) => {
  const { container } = executors[label];
  if (!container) {
    throw new Error(`${label} is no container`);
  }
  return container;
};
const pod = (label: string): KubernetesExecutorConfig =>
  everything.platform?.platforms.kubernetes?.deploymentSpec?.executors?.[label] ?? {};
const lost = ({ report }: Compiled) =>
  report.filter(({ outcome }) => outcome === 'lost').map(({ node, field }) => `${node}.${field}`);

describe('compile', () => {
  it.each(Object.keys(FIXTURES))('writes %s as the schema says, and loses nothing', name => {
    const compiled = compile(FIXTURES[name](), catalog, 'kfp-2.16');
    expect([...Value.Errors(PipelineSpec, compiled.spec)]).toEqual([]);
    expect(compiled.platform ? [...Value.Errors(PlatformSpec, compiled.platform)] : []).toEqual([]);
    expect(lost(compiled)).toEqual([]);
  });

  it('gives the same bytes whatever the order of nodes', () => {
    const flow = FIXTURES.everything();
    const reversed = { ...flow, nodes: new Map([...flow.nodes].reverse()), edges: [...flow.edges].reverse() };
    expect(writeSpec(compile(reversed, catalog, 'kfp-2.16'))).toBe(writeSpec(everything));
  });

  it('writes what it compiled', () => {
    const read = readSpec(writeSpec(everything));
    expect(read).toMatchObject({ spec: everything.spec, platform: everything.platform });
  });

  it('binds inputs to outputs, parameters and constants', () => {
    expect(tasks['load-clean'].inputs).toEqual({
      parameters: { epochs: { componentInputParameter: 'epochs' } }
    });
    expect(tasks.score.inputs).toEqual({
      parameters: {
        rate: { runtimeValue: { constant: 0.25 } },
        limits: { runtimeValue: { constant: { y: 1, nested: [true, 'no'] } } },
        score: { taskOutputParameter: { producerTask: 'load-clean', outputParameterKey: 'score' } }
      },
      artifacts: {
        model: { taskOutputArtifact: { producerTask: 'train', outputArtifactKey: 'model' } },
        data: { taskOutputArtifact: { producerTask: 'seed-2', outputArtifactKey: 'artifact' } },
        base: { taskOutputArtifact: { producerTask: 'seed', outputArtifactKey: 'artifact' } }
      }
    });
  });

  it('runs a task after its data and after what is drawn before it, sorted', () => {
    expect(tasks.train.dependentTasks).toEqual(['load-clean', 'seed-2']);
    expect(tasks.score.dependentTasks).toEqual(['load-clean', 'seed', 'seed-2', 'train']);
    expect(tasks['load-clean']).not.toHaveProperty('dependentTasks');
  });

  it('writes caching and retries as the SDK does', () => {
    expect(tasks.train.cachingOptions).toEqual({});
    expect(tasks.score.cachingOptions).toEqual({ enableCache: true });
    expect(tasks.train.retryPolicy).toEqual({
      maxRetryCount: 2,
      backoffDuration: '30s',
      backoffFactor: 1.5,
      backoffMaxDuration: '3600s'
    });
  });

  it('writes amounts twice, for old and new servers', () => {
    expect(container('exec-train').resources).toEqual({
      resourceCpuLimit: '7500m',
      cpuLimit: 7.5,
      resourceCpuRequest: '4',
      cpuRequest: 4,
      resourceMemoryLimit: '64Gi',
      memoryLimit: 68.719476736,
      resourceMemoryRequest: '500M',
      memoryRequest: 0.5,
      accelerator: { type: 'nvidia.com/gpu', count: '2', resourceType: 'nvidia.com/gpu', resourceCount: '2' }
    });
  });

  it('puts a step on its GPU pool, and others on none', () => {
    expect(pod('exec-train')).toMatchObject({
      activeDeadlineSeconds: '9000',
      emptyDirMounts: [{ volumeName: 'dshm', mountPath: '/dev/shm', medium: 'Memory', sizeLimit: '8Gi' }],
      nodeSelector: { labels: { 'cloud.google.com/gke-accelerator': 'nvidia-a100-80gb' } },
      tolerations: [{ key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' }]
    });
    expect(pod('exec-tune').nodeAffinity).toEqual([
      { matchExpressions: [{ key: 'gpu.memory', operator: 'Gt', values: ['40000'] }] }
    ]);
    expect(pod('exec-tune').podMetadata?.labels).toEqual({ 'kueue.x-k8s.io/queue-name': 'team-queue' });
    expect(pod('exec-score')).toEqual({ nodeSelector: { labels: { pool: 'cpu' } } });
    expect(pod('exec-load-clean')).toEqual({});
  });

  it('fills in command lines', () => {
    expect(container('exec-score').command?.at(-1)).toBe("{{$.inputs.artifacts['model'].uri}}");
    expect(container('exec-score').args).toEqual([
      '--data',
      "{{$.inputs.artifacts['data'].path}}",
      '--rate',
      "{{$.inputs.parameters['rate']}}",
      '--as-is={{$.pipeline_job_name}}',
      "{{$.outputs.artifacts['report'].path}}",
      "{{$.outputs.parameters['passed'].output_file}}"
    ]);
  });

  it('writes importers with a constant and with a parameter', () => {
    expect(executors['exec-seed-2']).toEqual({
      importer: {
        artifactUri: { constant: 'gs://acme/seed.csv' },
        typeSchema: { schemaTitle: 'system.Dataset', schemaVersion: '0.0.1' },
        reimport: true,
        metadata: { rows: 12, tiny: 0.00001, tags: ['a', 'on'], y: { no: null } }
      }
    });
    expect(executors['exec-seed']).toMatchObject({ importer: { artifactUri: { runtimeParameter: 'uri' } } });
    expect(tasks.seed.inputs).toEqual({ parameters: { uri: { componentInputParameter: 'source' } } });
  });

  it('declares parameters with their defaults', () => {
    const { parameters = {} } = everything.spec.root.inputDefinitions ?? {};
    expect(parameters.epochs).toEqual({ parameterType: 'NUMBER_INTEGER', isOptional: true, defaultValue: 5 });
    expect(parameters.options).toEqual({ parameterType: 'STRUCT' });
    expect(parameters.label).toEqual({ parameterType: 'STRING', isOptional: true });
  });

  it('says where each task comes from', () => {
    expect(everything.sourceMap['spec.root.dag.tasks.load-clean']).toEqual({
      node: 'load',
      notebook: 'churn.ipynb',
      cell: 'c1',
      line: 1
    });
    expect(taskNodes(everything)).toMatchObject({ 'load-clean': 'load', 'seed-2': 'seed', seed: 'base' });
  });

  it('points an input at the line that reads it', () => {
    const flow = FIXTURES.everything();
    const edge = flow.edges.find(({ target, targetPort }) => target === 'train' && targetPort === 'df');
    Object.assign(edge ?? {}, {
      why: {
        name: 'df',
        notebook: 'churn.ipynb',
        write: { cell: 0, id: 'a', line: 2, code: '' },
        read: { cell: 0, id: 'b', line: 7, code: '' }
      }
    });
    expect(
      compile(flow, catalog, 'kfp-2.16').sourceMap['spec.root.dag.tasks.train.inputs.artifacts.df']
    ).toEqual({ node: 'train', notebook: 'churn.ipynb', cell: 'c3', line: 7 });
  });

  it('says which version wrote the spec', () => {
    const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
    expect(everything.spec.sdkVersion).toBe(`weft-${version}`);
  });

  it('compiles an empty pipeline', () => {
    expect(compile(buildFlow({}), emptyCatalog, 'kfp-2.16').spec.root.dag?.tasks).toEqual({});
  });

  it('leaves out an optional input that nothing feeds', () => {
    expect(tasks.score.inputs?.parameters).not.toHaveProperty('extra');
    expect(everything.spec.components?.['comp-score'].inputDefinitions?.parameters?.extra).toEqual({
      parameterType: 'LIST',
      isOptional: true
    });
  });

  it('takes ports found in code', () => {
    const flow = buildFlow(
      { a: { kind: 'cells', notebook: 'n.ipynb', cells: [] } },
      { derived: { a: { outputs: [port('df')] } } }
    );
    const artifact = (title: string) => ({ artifactType: { schemaTitle: title, schemaVersion: '0.0.1' } });
    expect(compile(flow, catalog, 'local').spec.components?.['comp-a'].outputDefinitions).toEqual({
      artifacts: {
        df: artifact('system.Artifact'),
        weft_notebook: artifact('system.Artifact'),
        weft_report: artifact('system.HTML')
      }
    });
  });
});
