import { newNodeId } from '../id';
import { nodeTitle } from '../queries/node-title';
import { atNode, mapReferences, namedNode } from '../references';
import type { PipelineNode, Position } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { putNode } from './change-node';
import { moveNodes } from './move-nodes';

/**
 * Adds copies of nodes with ids of their own; what they take from each other, the copies take from each other.
 * What they take from other nodes stays, where those are in the document.
 * @returns The new ids, in the order of the old ones.
 */
export function insertCopies(
  doc: SharedPipeline,
  nodes: Readonly<Record<string, PipelineNode>>,
  positions: Readonly<Record<string, Position>>
): string[] {
  const fresh = new Map<string, string>();
  const used = new Set<string>();
  for (const [id, node] of Object.entries(nodes)) {
    const key = newNodeId(nodeTitle(node, node.kind), taken => doc.isTaken(taken) || used.has(taken));
    used.add(key);
    fresh.set(id, key);
  }
  doc.transact(() => {
    for (const [id, key] of fresh) {
      const copy = mapReferences(nodes[id], ({ to }) => {
        const inner = fresh.get(namedNode(to) ?? '');
        return inner === undefined ? to : atNode(to, inner);
      });
      putNode(doc, key, copy);
      if (Object.hasOwn(positions, id)) {
        moveNodes(doc, { [key]: positions[id] });
      }
    }
  });
  return [...fresh.values()];
}
