import type { Catalog } from '../../pools';

/** A CPU pool, a GPU pool whose match is all equalities, and one that needs a node affinity and a queue. */
export const catalog: Catalog = {
  pools: [
    { id: 'cpu', match: { labels: { pool: 'cpu' } } },
    { id: 'plain' },
    {
      id: 'a100',
      platform: 'gke',
      device: { resource: 'nvidia.com/gpu', model: 'A100-80GB', perNode: 8 },
      match: { labels: { 'cloud.google.com/gke-accelerator': 'nvidia-a100-80gb' } },
      taints: [{ key: 'nvidia.com/gpu', value: 'present', effect: 'NoSchedule' }],
      defaults: { shmSize: '16Gi' }
    },
    {
      id: 'queued',
      device: { resource: 'nvidia.com/gpu', perNode: 8 },
      match: { expressions: [{ key: 'gpu.memory', operator: 'Gt', values: ['40000'] }] },
      taints: [{ key: 'team', value: 'vision', effect: 'NoExecute' }],
      queue: { system: 'kueue', name: 'team-queue' }
    },
    {
      id: 'twin',
      device: { resource: 'nvidia.com/gpu', perNode: 8 },
      match: { expressions: [{ key: 'gpu.memory', operator: 'Gt', values: ['40000'] }] },
      taints: [{ key: 'nvidia.com/gpu', effect: 'NoSchedule' }],
      queue: { system: 'kueue', name: 'team-queue' },
      defaults: { shmSize: '16Gi' }
    }
  ]
};
