import { describe, expect, it } from 'vitest';
import type { Catalog, Pool } from './catalog';
import { place } from './place';
import type { StepRequest } from './placement';

const GPU: Pool = {
  id: 'a100',
  device: { resource: 'nvidia.com/gpu', perNode: 8 },
  match: { labels: { 'cloud.google.com/gke-accelerator': 'nvidia-a100-80gb' } },
  taints: [
    { key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' },
    { key: 'cloud.google.com/gke-spot', value: 'true', effect: 'NoSchedule' },
    { key: 'team', effect: 'NoExecute' },
    { key: 'old', value: 'x', effect: 'PreferNoSchedule' }
  ],
  nodeShape: {
    allocatable: { cpu: '95690m', memory: '1000Gi' },
    daemonsetOverhead: { cpu: '500m', memory: '1Gi' }
  },
  defaults: { shmSize: '16Gi' }
};
const CPU: Pool = { id: 'cpu', match: { labels: { pool: 'cpu' } } };

const on = (pool: Pool, request: Partial<StepRequest> = {}, others: Pool[] = []) =>
  place({ node: 'n1', title: 'Train', pool: pool.id, ...request }, { pools: [pool, ...others] });
const rules = (placement: { notes: { rule: string }[] }) => placement.notes.map(({ rule }) => rule);

describe('a step on a GPU pool', () => {
  it('gets one device, the selector, tolerations, shared memory, and stays where it is', () => {
    expect(on(GPU)).toEqual({
      pool: 'a100',
      accelerator: { resource: 'nvidia.com/gpu', count: 1 },
      nodeSelector: { 'cloud.google.com/gke-accelerator': 'nvidia-a100-80gb' },
      affinity: [],
      tolerations: [
        { key: 'nvidia.com/gpu', operator: 'Exists', effect: 'NoSchedule' },
        { key: 'cloud.google.com/gke-spot', operator: 'Equal', value: 'true', effect: 'NoSchedule' },
        { key: 'team', operator: 'Equal', effect: 'NoExecute' }
      ],
      sharedMemory: '16Gi',
      podLabels: {},
      podAnnotations: {
        'karpenter.sh/do-not-disrupt': 'true',
        'cluster-autoscaler.kubernetes.io/safe-to-evict': 'false'
      },
      notes: []
    });
  });

  it('takes counts and shared memory from the step', () => {
    const placement = on(GPU, { resources: { accelerators: 4, sharedMemory: '2Gi' } });
    expect(placement.accelerator?.count).toBe(4);
    expect(placement.sharedMemory).toBe('2Gi');
  });

  it.each([0, -1, 1.5])('refuses %s accelerators', accelerators => {
    const placement = on(GPU, { resources: { accelerators } });
    expect(rules(placement)).toEqual(['no-accelerator']);
    expect(placement.accelerator).toBeUndefined();
  });

  it.each([
    ['a node', GPU, 9],
    ['a step', { ...GPU, device: { ...GPU.device!, maxPerStep: 2 } }, 3],
    ['an allocatable', { ...GPU, nodeShape: { allocatable: { 'nvidia.com/gpu': 4 } } }, 5]
  ])('refuses more than %s holds', (_, pool, accelerators) => {
    expect(rules(on(pool, { resources: { accelerators } }))).toEqual(['too-many-accelerators']);
    expect(rules(on(pool, { resources: { accelerators: accelerators - 1 } }))).toEqual([]);
  });

  it.each([
    ['mig', 'gke', 'warning'],
    ['time-slicing', 'eks', 'warning'],
    ['mps', 'gke', 'error']
  ] as const)('reports two shares of %s on %s', (mode, platform, severity) => {
    const pool: Pool = { ...GPU, platform, device: { ...GPU.device!, sharing: { mode } } };
    expect(on(pool, { resources: { accelerators: 2 } }).notes).toMatchObject([
      { rule: 'several-shares', severity }
    ]);
    expect(on(pool).notes).toEqual([]);
  });

  it.each([
    [{ cpu: '95190m' }, []],
    [{ cpu: '95191m' }, ['too-big-for-node resources.cpu']],
    [{ cpu: '200', cpuRequest: '4' }, []],
    [{ cpu: '200', cpuRequest: '96' }, ['too-big-for-node resources.cpuRequest']],
    [{ memory: '999Gi' }, []],
    [{ memory: '1000Gi' }, ['too-big-for-node resources.memory']],
    [{ memory: 'lots' }, []],
    [{ memory: '16Gi' }, ['shared-memory-too-big resources.sharedMemory']]
  ])('fits %o on its nodes or says which field does not', (resources, expected) => {
    expect(on(GPU, { resources }).notes.map(({ rule, field }) => `${rule} ${field}`)).toEqual(expected);
  });

  it('warns of steps that leave nothing for daemons when the catalog does not say what they take', () => {
    const pool: Pool = { ...GPU, nodeShape: { allocatable: { cpu: '3920m' } } };
    expect(rules(on(pool, { resources: { cpu: '3500m' } }))).toEqual(['tight-on-node']);
    expect(rules(on(pool, { resources: { cpu: '3420m' } }))).toEqual([]);
    expect(rules(on(pool, { resources: { cpu: '4' } }))).toEqual(['too-big-for-node']);
  });

  it('hears what the pool advises where it asks for nothing', () => {
    const pool: Pool = { ...GPU, defaults: { cpuPerDevice: 10, memoryPerDevice: '80Gi' } };
    expect(on(pool).notes).toMatchObject([
      {
        rule: 'no-request',
        severity: 'info',
        field: 'resources.cpu',
        fix: expect.stringContaining('10 of CPU')
      },
      {
        rule: 'no-request',
        severity: 'info',
        field: 'resources.memory',
        fix: expect.stringContaining('80Gi')
      }
    ]);
    expect(rules(on(pool, { resources: { cpuRequest: '1', memory: '1Gi' } }))).toEqual([]);
  });

  it('joins its queue and reports what the queue needs beyond a spec', () => {
    const kai = on({
      ...GPU,
      queue: { system: 'kai', name: 'ml', priority: 'train', needs: { runtimeClassName: 'x' } }
    });
    expect(kai.podLabels).toEqual({ 'kai.scheduler/queue': 'ml', priorityClassName: 'train' });
    expect(kai.notes.map(({ message }) => message)).toEqual([
      expect.stringContaining('runtimeClassName "x"'),
      expect.stringContaining('schedulerName "kai-scheduler"')
    ]);
    const kueue = on({ ...GPU, queue: { system: 'kueue', name: 'ml', podAnnotations: { 'a/b': 'c' } } });
    expect(kueue.podLabels).toEqual({ 'kueue.x-k8s.io/queue-name': 'ml' });
    expect(kueue.podAnnotations).toMatchObject({ 'a/b': 'c' });
    expect(kueue.notes).toEqual([]);
    const volcano = on({ ...GPU, queue: { system: 'volcano', name: 'ml', priority: 'high' } });
    expect(volcano.podAnnotations).toMatchObject({ 'scheduling.volcano.sh/queue-name': 'ml' });
    expect(rules(volcano)).toEqual(['queue-not-carried', 'queue-not-carried']);
  });

  it('says what the hardware has that a step cannot ask for, or must bring', () => {
    const pool: Pool = { ...GPU, device: { ...GPU.device!, fabric: { rdma: 'efa' }, arch: 'arm64' } };
    expect(rules(on(pool))).toEqual(['rdma-not-carried', 'arm64-image']);
  });

  it('warns when the pool does not say which nodes are its own, unless the resource does', () => {
    const { match: _, ...anyNode } = GPU;
    expect(rules(on(anyNode))).toEqual(['pool-matches-any-node']);
    const mixed: Pool = {
      ...anyNode,
      device: { resource: 'nvidia.com/mig-1g.10gb', sharing: { mode: 'mig', strategy: 'mixed' } }
    };
    expect(rules(on(mixed))).toEqual([]);
  });
});

describe('a step on a CPU pool', () => {
  it('gets the selector and the tolerations of its pool and no device', () => {
    const pool: Pool = { ...CPU, taints: [{ key: 'team', value: 'ml', effect: 'NoSchedule' }] };
    const placement = on(pool, {}, [GPU]);
    expect(placement.accelerator).toBeUndefined();
    expect(placement.nodeSelector).toEqual({ pool: 'cpu' });
    expect(placement.tolerations).toEqual([
      { key: 'team', operator: 'Equal', value: 'ml', effect: 'NoSchedule' }
    ]);
    expect(placement.podAnnotations).toEqual({});
  });

  it('cannot have accelerators, and none is no request', () => {
    expect(rules(on(CPU, { resources: { accelerators: 1 } }))).toEqual(['accelerators-on-cpu-pool']);
    expect(rules(on(CPU, { resources: { accelerators: 0 } }))).toEqual([]);
  });

  it('does not tolerate the taint of a device', () => {
    const pool: Pool = { ...CPU, taints: [{ key: 'nvidia.com/gpu', effect: 'NoSchedule' }] };
    expect(on(pool)).toMatchObject({
      tolerations: [],
      notes: [{ rule: 'device-taint-on-cpu-pool', severity: 'error' }]
    });
  });

  it('shares the spot taint of a platform only when its match keeps it off GPU nodes', () => {
    const taints: Pool['taints'] = [
      { key: 'kubernetes.azure.com/scalesetpriority', value: 'spot', effect: 'NoSchedule' }
    ];
    const spot: Pool = { ...GPU, id: 'spot', taints };
    expect(on({ ...CPU, taints }, {}, [spot])).toMatchObject({ tolerations: [{ value: 'spot' }], notes: [] });
    expect(on({ id: 'cpu', taints }, {}, [spot])).toMatchObject({
      tolerations: [],
      notes: [{ rule: 'taint-shared-with-gpu-pool', severity: 'error' }]
    });
  });
});

describe('a step without a known pool', () => {
  const catalog: Catalog = { pools: [GPU, CPU] };

  it('gets nothing but its own shared memory', () => {
    expect(place({ node: 'n1', resources: { sharedMemory: '1Gi' } }, catalog)).toEqual({
      nodeSelector: {},
      affinity: [],
      tolerations: [],
      sharedMemory: '1Gi',
      podLabels: {},
      podAnnotations: {},
      notes: []
    });
  });

  it('cannot have accelerators', () => {
    expect(rules(place({ node: 'n1', resources: { accelerators: 1 } }, catalog))).toEqual([
      'accelerators-without-pool'
    ]);
  });

  it('is told which pools there are', () => {
    const [note] = place({ node: 'n1', title: 'Train', pool: 'h100' }, catalog).notes;
    expect(note).toMatchObject({ rule: 'unknown-pool', severity: 'error', field: 'pool' });
    expect(note.message).toContain('“Train” names the pool h100');
    expect(note.fix).toContain('a100, cpu');
  });
});
