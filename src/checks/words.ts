import type { Flow } from '../flow';

/** How messages name a node. */
export function titled({ title }: { title: string }): string {
  return `“${title}”`;
}

/** How messages name the node with an id. */
export function titleOf(flow: Flow, id: string): string {
  return titled(flow.nodes.get(id) ?? { title: id });
}

/** `a, b and c`. */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

/** How messages name a cell: by its place in the notebook, as readers count, from 1. */
export function numbered(index: number): string {
  return `cell ${index + 1}`;
}
