import { openThreads, type Thread } from '../../actions';
import type { Flow } from '../../flow';

/** Open threads at one node or place. */
export interface Pin {
  key: string;
  node?: string;
  at?: readonly [number, number];
  threads: readonly Thread[];
}

/** Where open threads are pinned: those of one node together. Those of the pipeline are in the panel alone. */
export function pinsOf(flow: Flow): Pin[] {
  const pins = new Map<string, Pin & { threads: Thread[] }>();
  for (const thread of openThreads(flow)) {
    const { node, at } = thread.thread;
    if (node !== undefined ? flow.nodes.has(node) : at) {
      const key = node ?? `@${at?.join(' ')}`;
      const pin = pins.get(key) ?? { key, ...(node !== undefined ? { node } : { at }), threads: [] };
      pin.threads.push(thread);
      pins.set(key, pin);
    }
  }
  return [...pins.values()];
}

/** How many open threads each node has. */
export function countByNode(flow: Flow): Map<string, number> {
  return new Map(
    pinsOf(flow).flatMap(({ node, threads }) => (node === undefined ? [] : [[node, threads.length]]))
  );
}
