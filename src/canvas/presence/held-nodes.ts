import type { Flow } from '../../flow';
import type { Peer } from '../../session';
import { type Drag, draggedTo, startDrag } from '../drag';
import type { Place } from './ease';

/** What a peer has in hand, and how far it was moved. */
export interface PeerDrag {
  client: number;
  nodes: readonly string[];
  by: readonly [number, number];
}

/** For `usePeers`: the drags under way. */
export function pickDrags(peers: readonly Peer[]): PeerDrag[] {
  return peers.flatMap(({ client, presence: { drag } }) => (drag ? [{ client, ...drag }] : []));
}

/**
 * Where the nodes are that peers have in hand. They are moved from where they were when the drag was first seen, not
 * from where the document has them now: it hears of the drop a moment before the drag ends.
 */
export class HeldNodes {
  readonly #begun = new Map<number, { nodes: string; drag: Drag }>();

  places(flow: Flow, drags: readonly PeerDrag[]): Map<string, Place> {
    const places = new Map<string, Place>();
    for (const client of this.#begun.keys()) {
      if (!drags.some(drag => drag.client === client)) {
        this.#begun.delete(client);
      }
    }
    for (const { client, nodes, by } of drags) {
      const { roots, start, ...rest } = this.#drag(flow, client, nodes);
      const there = roots.filter(id => flow.nodes.has(id));
      const moved = there.flatMap(id => {
        const box = start.get(id);
        return box ? [[id, { x: box.x + by[0], y: box.y + by[1] }] as const] : [];
      });
      for (const [id, place] of draggedTo({ ...rest, start, roots: there }, moved)) {
        places.set(id, place);
      }
    }
    return places;
  }

  #drag(flow: Flow, client: number, nodes: readonly string[]): Drag {
    const names = nodes.join('\n');
    const begun = this.#begun.get(client);
    if (begun?.nodes === names) {
      return begun.drag;
    }
    const drag = startDrag(
      flow,
      nodes.filter(id => flow.nodes.has(id))
    );
    this.#begun.set(client, { nodes: names, drag });
    return drag;
  }
}
