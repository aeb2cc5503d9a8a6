import { bindingsOf, isLoop } from '../../pipeline';
import type { Flow } from '../flow';

const known = new WeakMap<Flow['nodes'], ReadonlyMap<string, readonly string[]>>();

/**
 * Fields of the items of each loop: those that nodes read, and those of the objects that a constant list holds. Loops
 * whose items have none are left out.
 */
export function itemFields({ nodes }: Pick<Flow, 'nodes'>): ReadonlyMap<string, readonly string[]> {
  const kept = known.get(nodes);
  if (kept) {
    return kept;
  }
  const found = new Map<string, Set<string>>();
  const add = (loop: string, field: string) => found.set(loop, (found.get(loop) ?? new Set()).add(field));
  for (const { id, node } of nodes.values()) {
    for (const { binding } of bindingsOf(node)) {
      if ('item' in binding && binding.field !== undefined) {
        add(binding.item, binding.field);
      }
    }
    if (isLoop(node) && node.items && 'value' in node.items) {
      constantFields(node.items.value).forEach(field => add(id, field));
    }
  }
  const fields = new Map([...found].map(([loop, names]) => [loop, [...names].sort()] as const));
  known.set(nodes, fields);
  return fields;
}

function constantFields(items: unknown): string[] {
  const first: unknown = Array.isArray(items) ? items[0] : undefined;
  return typeof first === 'object' && first !== null && !Array.isArray(first) ? Object.keys(first) : [];
}
