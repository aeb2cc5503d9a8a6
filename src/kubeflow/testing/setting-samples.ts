import type { NodeKind, Pipeline } from '../../pipeline';

/** One setting: its value, and what the report says of it. */
export interface Sample {
  value: unknown;
  /** What must stand at the path that the report gives; the value itself by default. */
  written?: unknown;
  /** What becomes of it where it is not compiled. */
  outcome?: 'drawing' | 'ignored';
  /** Other settings that it needs. */
  with?: Record<string, unknown>;
}
export type Samples = Record<string, Sample>;

/** A value that stands in the spec as something else. */
const as = (value: unknown, written: unknown, needs?: Record<string, unknown>): Sample => ({
  value,
  written,
  ...(needs && { with: needs })
});
/** An object of the spec that holds at least this. */
export type Holding = (part: object) => unknown;

const from = (output: string) => ({ node: 'other', output });
const fed = { taskOutputParameter: { producerTask: 'other', outputParameterKey: 'number' } };
const constant = (name: string) => ({ runtimeValue: { constant: name } });

/** Samples of all settings of nodes by kind. */
export function settingSamples(holding: Holding): Record<NodeKind, Samples> {
  const exists = holding({});
  const task: Samples = {
    title: { value: 'A title' },
    group: as('around', holding({ componentRef: exists })),
    after: as(['other'], holding(['other'])),
    ignoreUpstreamFailure: as(true, 'ALL_UPSTREAM_TASKS_COMPLETED', { after: ['other'] }),
    'names.task': as('own-task', holding({ componentRef: exists })),
    'names.component': as('comp-own', exists),
    'names.executor': as('exec-own', exists),
    'names.item': { value: 'item', outcome: 'ignored' },
    kept: as([{ at: ['task', 'novel'], is: 7 }], 7)
  };
  const repeat: Samples = {
    'retry.max': { value: 4 },
    'retry.backoff': { value: '90s', with: { retry: { max: 1 } } },
    'retry.factor': { value: 3.5, with: { retry: { max: 1 } } },
    'retry.maxBackoff': as('2h', '7200s', { retry: { max: 1 } }),
    cache: as(false, {}),
    cacheKey: { value: 'key' }
  };
  const integer = { inputs: { any: { type: 'integer' } } };
  const inputs: Samples = {
    'inputs.*.type': as('integer', 'NUMBER_INTEGER', { inputs: { any: { from: from('number') } } }),
    'inputs.*.from': as(from('number'), fed, integer),
    'inputs.*.default': { value: 3, with: integer },
    'inputs.*.optional': { value: true, with: integer },
    'inputs.*.undeclared': as(true, fed, { inputs: { any: { type: 'integer', from: from('number') } } }),
    'inputs.*.description': { value: 'what it is', with: integer }
  };
  const outputs: Samples = {
    'outputs.*.type': as('integer', 'NUMBER_INTEGER'),
    'outputs.*.description': { value: 'what it is', with: { outputs: { any: { type: 'Model' } } } }
  };
  const step: Samples = {
    ...task,
    ...repeat,
    pool: as('cpu', { labels: { pool: 'cpu' } }),
    'resources.cpu': { value: '1250m' },
    'resources.cpuRequest': { value: '1100m' },
    'resources.memory': { value: '3Gi' },
    'resources.memoryRequest': { value: '2Gi' },
    'resources.accelerators': as(3, '3', { pool: 'a100' }),
    'resources.accelerator': { value: 'amd.com/gpu' },
    'resources.sharedMemory': as('7Gi', [holding({ sizeLimit: '7Gi', medium: 'Memory' })]),
    timeout: as('1h30m', '5400'),
    'env.*': as('text', { name: 'any', value: 'text' }),
    ...kubernetes(holding),
    image: { value: 'ghcr.io/acme/step:2' }
  };
  const inner = { node: 'inner', output: 'number' };
  const group: Samples = {
    ...task,
    'names.executor': { value: 'exec-own', outcome: 'ignored' },
    ...inputs,
    'outputs.*.type': as('integer', 'NUMBER_INTEGER', { outputs: { any: { from: inner } } }),
    'outputs.*.from': as(
      inner,
      { valueFromParameter: { producerSubtask: 'inner', outputParameterKey: 'number' } },
      { outputs: { any: { type: 'integer' } } }
    ),
    'outputs.*.description': {
      value: 'what it is',
      with: { outputs: { any: { type: 'integer', from: inner } } }
    }
  };
  const code: Samples = {
    ...step,
    ...outputs,
    'inputs.*.type': inputs['inputs.*.type'],
    'inputs.*.from': inputs['inputs.*.from'],
    'inputs.*.removed': { value: true, outcome: 'drawing' },
    'inputs.*.pinned': { value: true, outcome: 'drawing' },
    'outputs.*.file': as('out/a.csv', holding(['sh']), { outputs: { any: { type: 'Dataset' } } }),
    packages: as(['pandas==2.2'], holding(['sh'])),
    notebook: as('n.ipynb', holding(['sh']))
  };
  return {
    cells: { ...code, cells: as([{ id: 'c', hash: 'h' }], holding(['sh'])) },
    notebook: code,
    container: {
      ...step,
      ...inputs,
      ...outputs,
      command: { value: ['program'] },
      args: { value: ['--flag', 'x'] }
    },
    importer: {
      ...task,
      ...inputs,
      cache: repeat.cache,
      uri: as('s3://a/b', constant('s3://a/b')),
      type: as('Model', { artifactType: { schemaTitle: 'system.Model', schemaVersion: '0.0.1' } }),
      reimport: { value: true },
      downloadToWorkspace: { value: true },
      'metadata.*': as(3, { any: 3 })
    },
    component: {
      ...task,
      ...repeat,
      ...inputs,
      ...outputs,
      'executor.*': as({ a: 1 }, holding({ any: { a: 1 } }))
    },
    note: {
      title: { value: 'A title', outcome: 'drawing' },
      group: { value: 'around', outcome: 'drawing' },
      text: { value: 'text', outcome: 'drawing' },
      size: { value: [10, 10], outcome: 'drawing' }
    },
    loop: {
      ...group,
      'names.item': as('own-item', holding({ parameters: holding({ 'own-item': exists }) })),
      items: as({ value: [1, 2] }, holding({ items: { raw: '[1, 2]' } })),
      parallelism: { value: 2 }
    },
    choice: group,
    branch: {
      ...group,
      when: as(
        { left: from('number'), is: '>', right: { value: 1 } },
        "int(inputs.parameter_values['pipelinechannel--other-number']) > 1"
      ),
      rank: { value: 2, outcome: 'drawing' }
    },
    'exit-handler': group,
    pipeline: { ...group, ...repeat, file: as('inside.weft', holding({ dag: exists })) }
  };
}

function kubernetes(holding: Holding): Samples {
  const one = (value: object, written: object = value) => as([value], [written]);
  const named = (value: object, older: string, newer: string, name: string) =>
    one({ ...value, [older]: name }, { ...value, [older]: name, [newer]: constant(name) });
  const plain: Record<string, unknown> = {
    emptyDirMounts: [{ volumeName: 'v', mountPath: '/v', medium: 'Memory', sizeLimit: '1Gi' }],
    genericEphemeralVolume: [
      {
        volumeName: 'v',
        mountPath: '/v',
        accessModes: ['ReadWriteOnce'],
        size: '1Gi',
        defaultStorageClass: true
      }
    ],
    nodeAffinity: [{ matchExpressions: [{ key: 'k', operator: 'Exists' }], weight: 3 }],
    podAffinity: [{ topologyKey: 'zone', matchPodLabels: { a: 'b' }, anti: true }],
    imagePullPolicy: 'Always',
    'securityContext.runAsNonRoot': true,
    fieldPathAsEnv: [{ name: 'POD', fieldPath: 'metadata.name' }],
    initContainers: [{ name: 'fetch', image: 'busybox', command: ['true'], restartPolicy: 'Always' }]
  };
  const samples: Samples = {
    ...Object.fromEntries(Object.entries(plain).map(([setting, value]) => [setting, { value }])),
    secretAsVolume: named({ mountPath: '/s', optional: true }, 'secretName', 'secretNameParameter', 's'),
    secretAsEnv: named(
      { keyToEnv: [{ secretKey: 'k', envVar: 'E' }] },
      'secretName',
      'secretNameParameter',
      's'
    ),
    configMapAsVolume: named({ mountPath: '/c' }, 'configMapName', 'configMapNameParameter', 'c'),
    configMapAsEnv: named(
      { keyToEnv: [{ configMapKey: 'k', envVar: 'E' }] },
      'configMapName',
      'configMapNameParameter',
      'c'
    ),
    imagePullSecret: named({}, 'secretName', 'secretNameParameter', 's'),
    pvcMount: one(
      { pvcName: 'p', mountPath: '/p', subPath: 'x' },
      { constant: 'p', pvcNameParameter: constant('p'), mountPath: '/p', subPath: 'x' }
    ),
    nodeSelector: as({ a: 'b' }, { labels: { a: 'b' } }),
    tolerations: one({ key: 'k', tolerationSeconds: 5 }, { key: 'k', tolerationSeconds: '5' }),
    'podMetadata.labels.*': as('x', holding({ labels: { any: 'x' } })),
    'podMetadata.annotations.*': as('x', holding({ annotations: { any: 'x' } })),
    'securityContext.runAsUser': as(7, holding({ runAsUser: '7' })),
    'securityContext.runAsGroup': as(8, holding({ runAsGroup: '8' })),
    'securityContext.runAsNonRoot': as(true, holding({ runAsNonRoot: true }))
  };
  return Object.fromEntries(
    Object.entries(samples).map(([setting, sample]) => [`kubernetes.${setting}`, sample])
  );
}

/** What a node of each kind cannot do without. */
export const NEEDED: Record<NodeKind, Record<string, unknown>> = {
  cells: { notebook: 'n.ipynb', cells: [{ id: 'c', hash: 'h' }] },
  notebook: { notebook: 'n.ipynb' },
  container: { image: 'busybox', command: ['true'] },
  importer: { uri: 's3://a', type: 'Dataset' },
  component: { executor: { resolver: {} } },
  note: { text: 'text' },
  loop: { items: { value: [1] } },
  choice: {},
  branch: {},
  'exit-handler': {},
  pipeline: {}
};

/** Samples of all settings of a pipeline that are not its drawing. */
export const PIPELINE_SAMPLES: Samples = {
  name: { value: 'own-name' },
  displayName: { value: 'Shown' },
  description: { value: 'What it does.' },
  pipelineRoot: { value: 's3://root' },
  'parameters.*.type': as('integer', 'NUMBER_INTEGER'),
  'parameters.*.optional': { value: true, with: { parameters: { any: { type: 'integer' } } } },
  'parameters.*.default': { value: 3, with: { parameters: { any: { type: 'integer' } } } },
  'parameters.*.description': { value: 'what it is', with: { parameters: { any: { type: 'integer' } } } },
  'outputs.*.type': as('integer', 'NUMBER_INTEGER', { outputs: { any: { from: from('number') } } }),
  'outputs.*.from': as(
    from('number'),
    { valueFromParameter: { producerSubtask: 'other', outputParameterKey: 'number' } },
    { outputs: { any: { type: 'integer' } } }
  ),
  'outputs.*.description': {
    value: 'what it is',
    with: { outputs: { any: { type: 'integer', from: from('number') } } }
  },
  'config.resourceTtlOnCompletion': { value: 1 },
  'config.resourceTtlOnSuccess': { value: 2 },
  'config.resourceTtlOnFailure': { value: 3 },
  'config.activeDeadlineSeconds': { value: 4 },
  'config.workspace.size': as('5Gi', { size: '5Gi', kubernetes: { pvcSpecPatch: {} } }),
  'config.workspace.kubernetes.pvcSpecPatch.*': as(
    'x',
    { size: '1Gi', kubernetes: { pvcSpecPatch: { any: 'x' } } },
    { config: { workspace: { size: '1Gi' } } }
  ),
  'imported.sdkVersion': { value: 'kfp-2.0.0' },
  'imported.comment': { value: '# said before\n', outcome: 'drawing' },
  'imported.kept': as([{ at: ['spec', 'root', 'novel'], is: 7 }], 7)
};

/** A pipeline file for sub-pipelines. */
export const inside = (inner: object): Pipeline => ({
  weft: 1,
  id: 'inside',
  name: 'inside',
  parameters: {},
  nodes: { inner } as Pipeline['nodes'],
  layout: {}
});
