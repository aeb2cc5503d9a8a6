import type { Queue } from './catalog';
import type { PlacementNote } from './placement';

type Metadata = { labels: Record<string, string>; annotations: Record<string, string> };

/** Where a queueing system looks for the queue and the priority of a pod, and the scheduler it brings. */
interface QueueSystem {
  queue?: { in: keyof Metadata; key: string };
  priority?: { in: keyof Metadata; key: string };
  schedulerName?: string;
}

const SYSTEMS: Record<Queue['system'], QueueSystem> = {
  kueue: {
    queue: { in: 'labels', key: 'kueue.x-k8s.io/queue-name' },
    priority: { in: 'labels', key: 'kueue.x-k8s.io/priority-class' }
  },
  volcano: {
    queue: { in: 'annotations', key: 'scheduling.volcano.sh/queue-name' },
    schedulerName: 'volcano'
  },
  kai: {
    queue: { in: 'labels', key: 'kai.scheduler/queue' },
    priority: { in: 'labels', key: 'priorityClassName' },
    schedulerName: 'kai-scheduler'
  },
  // A namespace that enforces its scheduler, as Run:ai's do by default, needs nothing on the pod.
  runai: {},
  none: {}
};

/** Labels and annotations that put a pod in the pool's queue. */
export function admissionOf(queue: Queue | undefined): Metadata {
  const metadata: Metadata = { labels: {}, annotations: {} };
  if (!queue) {
    return metadata;
  }
  const system = SYSTEMS[queue.system];
  if (system.queue && queue.name) {
    metadata[system.queue.in][system.queue.key] = queue.name;
  }
  if (system.priority && queue.priority) {
    metadata[system.priority.in][system.priority.key] = queue.priority;
  }
  Object.assign(metadata.labels, queue.podLabels);
  Object.assign(metadata.annotations, queue.podAnnotations);
  return metadata;
}

/** What the queue needs on a pod and a spec cannot carry; the platform has to add it. */
export function admissionNotes(pool: string, queue: Queue | undefined): PlacementNote[] {
  if (!queue) {
    return [];
  }
  const system = SYSTEMS[queue.system];
  const needs: Record<string, unknown> = { ...queue.needs };
  if (system.schedulerName) {
    needs.schedulerName ??= system.schedulerName;
  }
  if (queue.priority && !system.priority && queue.system !== 'none') {
    needs.priorityClassName ??= queue.priority;
  }
  return Object.entries(needs).map(([field, value]) => ({
    rule: 'queue-not-carried',
    severity: 'warning',
    field: 'pool',
    message: `Pool ${pool} needs ${field} ${JSON.stringify(value)} on the pod, which a Kubeflow spec cannot carry.`,
    fix: 'Ask the platform team to set it by namespace, by admission policy, or in the Kubeflow installation.'
  }));
}
