import type { Flow, FlowEdge } from '../flow';
import { type Binding, isGroup } from '../pipeline';

/**
 * A wire between a group and a node inside it. It is no edge of the flow, since neither waits for the other: `in`
 * passes a value of the group to the node, such as the item of a loop, `out` gives an output of the group.
 */
export interface GroupWire extends FlowEdge {
  passes: 'in' | 'out';
}
export type Wire = FlowEdge | GroupWire;

const PLAIN = { kind: 'data', derived: false, stale: false } as const;
const known = new WeakMap<Flow['nodes'], readonly GroupWire[]>();

/** The wires between groups and what they hold, found once for the nodes of a flow. */
export function groupWires({ nodes }: Pick<Flow, 'nodes'>): readonly GroupWire[] {
  const kept = known.get(nodes);
  if (kept) {
    return kept;
  }
  const found: GroupWire[] = [];
  for (const { id, node, inputs, outputs } of nodes.values()) {
    for (const { name, binding } of inputs) {
      const from = binding && enteringFrom(binding);
      if (from && nodes.has(from.group)) {
        found.push({
          ...PLAIN,
          id: `${from.group}:enter:${from.name ?? ''}->${id}:${name}`,
          source: from.group,
          ...(from.name !== undefined && { sourcePort: from.name }),
          target: id,
          targetPort: name,
          passes: 'in'
        });
      }
    }
    for (const { name, sources } of isGroup(node) ? outputs : []) {
      for (const binding of sources ?? []) {
        if ('output' in binding && nodes.has(binding.node)) {
          found.push({
            ...PLAIN,
            id: `${binding.node}:${binding.output}->${id}:leave:${name}`,
            source: binding.node,
            sourcePort: binding.output,
            target: id,
            targetPort: name,
            passes: 'out'
          });
        }
      }
    }
  }
  known.set(nodes, found);
  return found;
}

/** Where in a group a binding begins; the item of a loop has no name. */
function enteringFrom(binding: Binding): { group: string; name?: string } | undefined {
  if ('item' in binding) {
    return { group: binding.item, ...(binding.field !== undefined && { name: binding.field }) };
  }
  return 'input' in binding ? { group: binding.node, name: binding.input } : undefined;
}

/** Everything that is drawn as a wire. */
export function wires(flow: Flow): readonly Wire[] {
  const inner = groupWires(flow);
  return inner.length > 0 ? [...flow.edges, ...inner] : flow.edges;
}
