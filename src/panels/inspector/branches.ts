import type { Flow } from '../../flow';
import { type BranchNode, isBranch } from '../../pipeline';

/** A branch of a choice. */
export interface Branch {
  id: string;
  title: string;
  node: BranchNode;
}

/** The branches of a choice in the order in which they are tried: by rank, then id; the else comes last. */
export function branchesOf(flow: Flow, choice: string): Branch[] {
  const rank = ({ node }: Branch) => (node.when === undefined ? Infinity : (node.rank ?? 0));
  return (flow.children.get(choice) ?? [])
    .flatMap(id => {
      const entry = flow.nodes.get(id);
      return entry && isBranch(entry.node) ? [{ id, title: entry.title, node: entry.node }] : [];
    })
    .sort((a, b) => (rank(a) === rank(b) ? (a.id < b.id ? -1 : 1) : rank(a) < rank(b) ? -1 : 1));
}
