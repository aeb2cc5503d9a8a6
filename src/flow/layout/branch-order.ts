import { isBranch } from '../../pipeline';
import type { Flow } from '../flow';

/** Ids of the branches of a choice as they are tried: by rank, then id, the one without a condition last. */
export function branchOrder(flow: Pick<Flow, 'nodes' | 'children'>, choice: string): string[] {
  const rank = (id: string) => {
    const node = flow.nodes.get(id)?.node;
    return node && isBranch(node) && node.when ? (node.rank ?? 0) : Infinity;
  };
  return (flow.children.get(choice) ?? [])
    .filter(id => flow.nodes.get(id)?.node.kind === 'branch')
    .sort((a, b) => (rank(a) === rank(b) ? (a < b ? -1 : 1) : rank(a) - rank(b)));
}
