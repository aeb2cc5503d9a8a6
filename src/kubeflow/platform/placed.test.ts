import { describe, expect, it } from 'vitest';
import type { Kubernetes, PipelineNode, StepNode } from '../../pipeline';
import { compile } from '../compile';
import type { Target } from '../target';
import { buildFlow } from '../testing/build-flow';
import { catalog } from '../testing/catalog';

/** What the pod of one step gets, and the outcomes of its settings. */
function pod(kubernetes: Kubernetes, more: Partial<StepNode> = {}, target: Target = 'kfp-2.18') {
  const step = {
    kind: 'container',
    image: 'busybox',
    command: ['true'],
    kubernetes,
    ...more
  } as PipelineNode;
  const flow = buildFlow({ step }, { parameters: { where: { type: 'object' } } });
  const { platform, report } = compile(flow, catalog, target);
  const config = platform?.platforms?.kubernetes?.deploymentSpec?.executors?.['exec-step'];
  const said = report
    .filter(({ node, outcome }) => node === 'step' && outcome !== 'compiled')
    .map(({ field, outcome, message = '' }) => ({ field, outcome, message }));
  return { config, said };
}

const gpu = { pool: 'a100' };
const GPU_LABELS = { 'cloud.google.com/gke-accelerator': 'nvidia-a100-80gb' };

describe('what a step says of its pod and what its pool gives', () => {
  it('stand side by side', () => {
    const { config, said } = pod(
      {
        nodeSelector: { disk: 'ssd' },
        tolerations: [{ key: 'team', operator: 'Exists' }],
        emptyDirMounts: [{ volumeName: 'tmp', mountPath: '/scratch' }],
        podMetadata: { labels: { team: 'churn' }, annotations: { note: 'a' } }
      },
      gpu
    );
    expect(said).toEqual([]);
    expect(config).toMatchObject({
      nodeSelector: { labels: { ...GPU_LABELS, disk: 'ssd' } },
      tolerations: [{ key: 'nvidia.com/gpu' }, { key: 'team' }],
      emptyDirMounts: [
        { volumeName: 'dshm', mountPath: '/dev/shm', medium: 'Memory', sizeLimit: '16Gi' },
        { volumeName: 'tmp' }
      ],
      podMetadata: {
        labels: { team: 'churn' },
        annotations: { note: 'a', 'karpenter.sh/do-not-disrupt': 'true' }
      }
    });
  });

  it.each<[string, Kubernetes, string, object]>([
    [
      'labels of nodes',
      { nodeSelector: { 'cloud.google.com/gke-accelerator': 'nvidia-l4' } },
      'cloud.google.com/gke-accelerator',
      { nodeSelector: { labels: { 'cloud.google.com/gke-accelerator': 'nvidia-l4' } } }
    ],
    [
      'annotations',
      { podMetadata: { annotations: { 'karpenter.sh/do-not-disrupt': 'false' } } },
      'karpenter.sh/do-not-disrupt=false',
      { podMetadata: { annotations: { 'karpenter.sh/do-not-disrupt': 'false' } } }
    ]
  ])('differ in %s: the step wins, and the account of the pool says so', (_, kubernetes, told, written) => {
    const { config, said } = pod(kubernetes, gpu);
    expect(config).toMatchObject(written);
    expect(said).toEqual([
      { field: 'pool', outcome: 'ignored', message: expect.stringContaining(told) as string }
    ]);
  });

  it('differ in a label of the pod', () => {
    const { config, said } = pod(
      { podMetadata: { labels: { 'kueue.x-k8s.io/queue-name': 'mine' } } },
      { pool: 'queued' }
    );
    expect(config?.podMetadata?.labels).toEqual({ 'kueue.x-k8s.io/queue-name': 'mine' });
    expect(said).toMatchObject([{ field: 'pool', message: expect.stringContaining('mine') as string }]);
  });

  it('keep the shared memory that a step mounts itself', () => {
    const mount = { volumeName: 'mine', mountPath: '/dev/shm', medium: 'Memory', sizeLimit: '1Gi' };
    const both = pod({ emptyDirMounts: [mount] }, { ...gpu, resources: { sharedMemory: '2Gi' } });
    expect(both.config?.emptyDirMounts).toEqual([mount]);
    expect(both.said).toMatchObject([{ field: 'resources.sharedMemory', outcome: 'ignored' }]);
    expect(pod({ emptyDirMounts: [mount] }, gpu).config?.emptyDirMounts).toEqual([mount]);
  });

  it('name the volume of the shared memory apart from those of the step', () => {
    const mount = { volumeName: 'dshm', mountPath: '/scratch' };
    const { config } = pod({ emptyDirMounts: [mount] }, { resources: { sharedMemory: '2Gi' } });
    const names = config?.emptyDirMounts?.map(({ volumeName }) => volumeName);
    expect(new Set(names).size).toBe(2);
  });

  it('put what the pool requires into each required term of the step', () => {
    const mine = { key: 'zone', operator: 'Exists' as const };
    const theirs = { key: 'gpu.memory', operator: 'Gt', values: ['40000'] };
    const preferred = { matchExpressions: [mine], weight: 10 };
    const queued = { pool: 'queued' };
    expect(
      pod({ nodeAffinity: [{ matchExpressions: [mine] }, preferred] }, queued).config?.nodeAffinity
    ).toEqual([{ matchExpressions: [theirs, mine] }, preferred]);
    expect(pod({ nodeAffinity: [preferred] }, queued).config?.nodeAffinity).toEqual([
      { matchExpressions: [theirs] },
      preferred
    ]);
  });

  it.each<[string, Kubernetes, object]>([
    ['nodeSelector', { nodeSelector: { parameter: 'where' } }, gpu],
    ['nodeAffinity', { nodeAffinity: [{ parameter: 'where' }] }, { pool: 'queued' }]
  ])('lose a %s of run time beside that of a pool', (setting, kubernetes, more) => {
    const { said } = pod(kubernetes, more);
    expect(said).toMatchObject([{ field: `kubernetes.${setting}`, outcome: 'lost' }]);
    expect(pod(kubernetes).said).toEqual([]);
  });
});

describe('settings of a pod', () => {
  it('that a release does not know are left out and named with the release that does', () => {
    const { config, said } = pod(
      {
        initContainers: [{ name: 'fetch', image: 'busybox' }],
        pvcMount: [{ pvcName: 'data', mountPath: '/data', subPath: 'part' }],
        secretAsEnv: [{ secretName: 's', keyToEnv: [], optional: true }]
      },
      {},
      'kfp-2.14'
    );
    expect(said.map(({ field, message }) => [field, /2\.\d+ is the first/.exec(message)?.[0]])).toEqual(
      expect.arrayContaining([
        ['kubernetes.secretAsEnv.0.optional', '2.15 is the first'],
        ['kubernetes.pvcMount.0.subPath', '2.16 is the first'],
        ['kubernetes.initContainers', '2.18 is the first']
      ])
    );
    expect(JSON.stringify(config)).not.toMatch(/initContainers|subPath|optional/);
  });

  it('that nobody knows are lost, however deep', () => {
    const { said } = pod({
      secretAsEnv: [{ secretName: 's', keyToEnv: [], novel: 1 }],
      odd: 2
    } as unknown as Kubernetes);
    expect(said.map(({ field, outcome }) => [field, outcome])).toEqual([
      ['kubernetes.secretAsEnv.0.novel', 'lost'],
      ['kubernetes.odd', 'lost']
    ]);
  });
});
