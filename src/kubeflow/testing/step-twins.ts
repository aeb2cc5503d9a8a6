import type { Flow } from '../../flow';
import type { Binding, Kubernetes, Pipeline, PipelineNode } from '../../pipeline';
import { constant, item, out, parameter, step, twinFlow } from './twin-steps';

type Nodes = Record<string, PipelineNode>;

const clean = (more: object, group = ''): PipelineNode => step('clean', {}, group, more);
const pod = (kubernetes: Kubernetes, group = ''): PipelineNode => clean({ kubernetes }, group);
const place = (name: string): string => `{{$.inputs.parameters['${name}']}}`;
const read = (from: Binding) => ({ type: 'string', from, undeclared: true });

/** With settings that only the pipeline itself has. */
const withPipeline = (flow: Flow, settings: Partial<Pipeline>): Flow => ({
  ...flow,
  pipeline: { ...flow.pipeline, ...settings }
});

const secrets = () => {
  const [made, name] = [out('a'), parameter('name')];
  return twinFlow(
    'secrets',
    { parameters: { name: { type: 'string', default: 'token' } } },
    {
      a: step('text', { s: constant('made') }),
      b: pod({
        secretAsEnv: [
          {
            secretName: 'a',
            keyToEnv: [
              { secretKey: 'k', envVar: 'K' },
              { secretKey: 'l', envVar: 'L' }
            ],
            optional: false
          },
          { secretName: 'b', keyToEnv: [{ secretKey: 'k', envVar: 'M' }], optional: true }
        ],
        secretAsVolume: [{ secretName: 'a', mountPath: '/etc/a', optional: false }],
        configMapAsEnv: [
          { configMapName: 'c', keyToEnv: [{ configMapKey: 'k', envVar: 'N' }], optional: false }
        ],
        configMapAsVolume: [{ configMapName: 'c', mountPath: '/etc/c', optional: true }],
        imagePullSecret: [{ secretName: 'one' }, { secretName: 'two' }]
      }),
      c: pod({
        secretAsEnv: [{ secretName: name, keyToEnv: [{ secretKey: 'k', envVar: 'K' }], optional: false }],
        secretAsVolume: [{ secretName: made, mountPath: '/etc/made', optional: false }],
        imagePullSecret: [{ secretName: name }]
      }),
      d: { kind: 'branch', when: { left: name, is: '!=', right: constant('') } },
      e: pod(
        {
          configMapAsEnv: [
            { configMapName: name, keyToEnv: [{ configMapKey: 'k', envVar: 'K' }], optional: false }
          ],
          configMapAsVolume: [{ configMapName: made, mountPath: '/etc/made', optional: false }]
        },
        'd'
      )
    }
  );
};

const optional = (type: string) => ({ type, optional: true });

const volumes = () => {
  const claim: Binding = { node: 'a', output: 'name' };
  const nodes: Nodes = {
    a: {
      kind: 'container',
      title: 'createpvc',
      image: 'argostub/createpvc',
      inputs: {
        access_modes: { type: 'list', from: constant(['ReadWriteOnce']) },
        annotations: optional('object'),
        data_source: optional('object'),
        pvc_name: optional('string'),
        pvc_name_suffix: { ...optional('string'), from: constant('-work') },
        size: { type: 'string', from: parameter('size') },
        storage_class_name: { type: 'string', default: '', from: constant('fast') },
        volume_name: optional('string')
      },
      outputs: { name: { type: 'string' } }
    },
    b: pod({
      pvcMount: [
        { pvcName: claim, mountPath: '/data' },
        { pvcName: 'fixed', mountPath: '/fixed', subPath: 'part' },
        { pvcName: parameter('old'), mountPath: '/old' }
      ],
      emptyDirMounts: [
        { volumeName: 'tmp', mountPath: '/tmp/x' },
        { volumeName: 'dshm', mountPath: '/dev/shm', medium: 'Memory', sizeLimit: '2Gi' }
      ],
      genericEphemeralVolume: [
        {
          volumeName: 'big',
          mountPath: '/big',
          accessModes: ['ReadWriteOnce'],
          size: '50Gi',
          storageClassName: 'fast',
          metadata: { labels: { a: 'b' }, annotations: { c: 'd' } }
        },
        {
          volumeName: 'plain',
          mountPath: '/plain',
          accessModes: ['ReadWriteOnce'],
          size: '1Gi',
          defaultStorageClass: true
        }
      ]
    }),
    c: { kind: 'loop', items: constant(['a', 'b']) },
    d: step('text', { s: item('c') }, 'c', {
      kubernetes: { pvcMount: [{ pvcName: claim, mountPath: '/data' }] }
    }),
    e: {
      kind: 'container',
      title: 'deletepvc',
      image: 'argostub/deletepvc',
      inputs: { pvc_name: { type: 'string', from: claim } },
      after: ['b']
    }
  };
  const parameters = {
    size: { type: 'string', default: '5Gi' },
    old: { type: 'string', default: 'old' }
  };
  return twinFlow('volumes', { parameters }, nodes);
};

const placing = () =>
  twinFlow(
    'placing',
    { parameters: { where: 'object', tolerated: 'list', near: 'object' } },
    {
      a: pod({
        nodeSelector: { disk: 'ssd', zone: 'a' },
        tolerations: [
          { key: 'gpu', operator: 'Equal', value: 'yes', effect: 'NoSchedule' },
          { key: 'spot', operator: 'Exists', effect: 'NoExecute', tolerationSeconds: 30 }
        ],
        nodeAffinity: [
          {
            matchExpressions: [{ key: 'disk', operator: 'In', values: ['ssd', 'nvme'] }],
            matchFields: [{ key: 'metadata.name', operator: 'NotIn', values: ['bad'] }]
          },
          { matchExpressions: [{ key: 'zone', operator: 'Exists' }], weight: 50 }
        ]
      }),
      b: pod({
        nodeSelector: parameter('where'),
        tolerations: [parameter('tolerated')],
        nodeAffinity: [parameter('near')]
      }),
      c: pod({ nodeSelector: constant({ disk: 'hdd' }) })
    }
  );

const pods = () =>
  twinFlow(
    'pods',
    {},
    {
      a: clean({
        timeout: '1h',
        kubernetes: {
          podMetadata: { labels: { team: 'churn' }, annotations: { note: '12:30' } },
          fieldPathAsEnv: [{ name: 'POD', fieldPath: "metadata.annotations['a']" }],
          imagePullPolicy: 'IfNotPresent',
          securityContext: { runAsUser: 1000, runAsGroup: 2000, runAsNonRoot: true }
        } satisfies Kubernetes
      })
    }
  );

const amounts = () => {
  const names = ['count', 'cpu', 'image', 'kind', 'memory'];
  const [count, cpu, image, kind, memory] = names.map(name => place(`pipelinechannel--${name}`));
  const given = Object.entries({
    accelerator_count: constant(count),
    accelerator_type: constant(kind),
    base_image: constant(image),
    cpu_limit: constant(cpu),
    cpu_request: constant(cpu),
    memory_limit: constant(memory),
    memory_request: constant(memory),
    ...Object.fromEntries(names.map(name => [`pipelinechannel--${name}`, parameter(name)]))
  }).map(([name, from]) => [name, read(from)]);
  const defaults = { count: '1', cpu: '1', image: 'i', kind: 'nvidia.com/gpu', memory: '1Gi' };
  const parameters = Object.entries(defaults).map(([name, value]) => [
    name,
    { type: 'string', default: value }
  ]);
  return twinFlow(
    'amounts',
    { parameters: Object.fromEntries(parameters) as Pipeline['parameters'] },
    {
      a: clean({
        image,
        inputs: Object.fromEntries(given) as object,
        resources: {
          cpu,
          cpuRequest: cpu,
          memory,
          memoryRequest: memory,
          accelerator: kind,
          accelerators: count
        }
      }),
      b: clean({
        resources: {
          cpu: '500m',
          memoryRequest: '2Gi',
          accelerator: 'nvidia.com/mig-1g.10gb',
          accelerators: 2
        }
      }),
      c: clean({
        image: place('pipelinechannel--text-out'),
        inputs: {
          base_image: read(constant(place('pipelinechannel--text-out'))),
          'pipelinechannel--text-out': read(out('d'))
        }
      }),
      d: step('text', { s: constant('i') })
    }
  );
};

const importer = (title: string, more: object): PipelineNode => ({ kind: 'importer', title, ...more });

const commandLines = () =>
  twinFlow(
    'command-lines',
    { parameters: { word: 'string' } },
    {
      a: importer('importer', { uri: 'gs://bucket/data.csv', type: 'Dataset' }),
      b: {
        kind: 'container',
        title: 'lines',
        image: 'busybox:1.36',
        command: ['run'],
        args: [
          { input: 'data', as: 'uri' },
          { input: 'data' },
          { input: 'data', as: 'metadata', key: 'rows' },
          { output: 'model', as: 'uri' },
          { output: 'model', as: 'metadata', key: 'kind' },
          { output: 'count' },
          { concat: ['--word=', { input: 'word' }, 'é"!'] },
          { concat: ['--data=', { concat: [{ input: 'data', as: 'uri' }, '/part-*'] }] },
          { if: 'size', then: ['--size', { input: 'size' }], else: ['--no-size'] },
          { if: 'size', then: { input: 'size' } },
          { concat: ['size=', { if: 'size', then: { input: 'size' }, else: 'none' }] },
          { if: 'size', then: [{ concat: ['a', { input: 'word' }] }, { input: 'data' }], else: 'x' }
        ],
        inputs: {
          data: { type: 'Dataset', from: { node: 'a', output: 'artifact' } },
          size: { type: 'integer', default: 3 },
          word: { type: 'string', from: parameter('word') }
        },
        outputs: { count: { type: 'integer' }, model: { type: 'Model' } }
      }
    }
  );

const importing = () => {
  const owner = { type: 'string', from: parameter('owner') };
  const nodes: Nodes = {
    a: step('text', { s: constant('made') }),
    b: importer('importer', { uri: parameter('where'), type: 'Dataset', reimport: true, cache: false }),
    c: step('use', { one: { node: 'b', output: 'artifact' } }),
    d: importer('importer', { uri: out('a'), type: 'Model', downloadToWorkspace: true }),
    e: importer('importer', {
      uri: 'gs://bucket/data.csv',
      type: 'Artifact',
      metadata: {
        owner: place('metadata'),
        'made by': place('metadata-2'),
        rows: 3,
        nested: { a: ['b', place('metadata')] }
      },
      inputs: { metadata: owner, 'metadata-2': { type: 'string', from: out('a') } }
    }),
    // one number for its item, one for itself
    f: { kind: 'loop', items: constant(['gs://a', 'gs://b']) },
    g: importer('importer', {
      group: 'f',
      uri: item('f'),
      type: 'Dataset',
      metadata: { by: place('metadata') },
      inputs: { metadata: owner }
    })
  };
  const flow = twinFlow('importing', { parameters: { owner: 'string', where: 'string' } }, nodes);
  return withPipeline(flow, { config: { workspace: { size: '5Gi' } } });
};

const whole = () =>
  withPipeline(
    twinFlow(
      'whole',
      {},
      { a: step('text', { s: constant('{{$.workspace_path}}') }, '', { env: { A: 'b' } }) }
    ),
    {
      displayName: 'Of the whole pipeline',
      pipelineRoot: 'gs://bucket/root',
      config: {
        workspace: {
          size: '10Gi',
          kubernetes: { pvcSpecPatch: { accessModes: ['ReadWriteOnce'], storageClassName: 'fast' } }
        },
        resourceTtlOnCompletion: 3600,
        resourceTtlOnSuccess: 60,
        resourceTtlOnFailure: 7200,
        activeDeadlineSeconds: 86400
      }
    }
  );

/** The same pipelines as conformance/step_twins.py writes with the SDK. */
export const STEP_TWINS: Record<string, () => Flow> = {
  secrets,
  volumes,
  placing,
  pods,
  amounts,
  'command-lines': commandLines,
  importing,
  whole
};
