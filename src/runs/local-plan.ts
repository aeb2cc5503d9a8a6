import type { Flow, FlowNode } from '../flow';
import { isCells, isContainer, isImporter, isNote } from '../pipeline';

/** What a run on this machine does, and what it leaves out. */
export interface LocalPlan {
  /** Ids of nodes to run, each after all it depends on. */
  run: string[];
  /** `reason` is a sentence. */
  skipped: { node: string; reason: string }[];
}

/**
 * What the SDK's subprocess runner can run of a flow: cells and importers, unless they depend on a node that it
 * cannot run. With `until`, only that node and what it depends on; of an unknown node, nothing.
 */
export function localPlan(flow: Flow, until?: string): LocalPlan {
  const before = sources(flow);
  const wanted = until === undefined ? new Set(flow.order) : upstream(until, flow, before);
  const plan: LocalPlan = { run: [], skipped: [] };
  const reasons = new Map<string, string | undefined>();
  const reasonOf = (id: string): string | undefined => {
    if (!reasons.has(id)) {
      const missing = () => before.get(id)?.find(source => reasonOf(source) !== undefined);
      reasons.set(id, refusal(flow, id) ?? lacks(flow, missing()));
    }
    return reasons.get(id);
  };
  for (const node of flow.order.filter(id => wanted.has(id))) {
    const reason = reasonOf(node);
    if (reason === undefined) {
      plan.run.push(node);
    } else {
      plan.skipped.push({ node, reason });
    }
  }
  return plan;
}

/** Why a node cannot run, whatever it depends on. */
function refusal(flow: Flow, id: string): string | undefined {
  const { node } = flow.nodes.get(id) as FlowNode;
  if (flow.cycles.some(cycle => cycle.includes(id))) {
    return 'It is part of a cycle.';
  }
  if (isContainer(node)) {
    return 'Containers need a container engine, which local runs do not use.';
  }
  const group = node.group === undefined ? undefined : flow.nodes.get(node.group)?.node;
  const strange = [node, group].find(one => one && !isCells(one) && !isImporter(one));
  return strange && `Nodes of kind ${strange.kind} cannot run on this machine.`;
}

function lacks(flow: Flow, source: string | undefined): string | undefined {
  return source && `It needs ${flow.nodes.get(source)?.title}, which does not run.`;
}

/** For each node, the nodes that end before it starts. Notes are no steps. */
function sources(flow: Flow): Map<string, string[]> {
  const before = new Map<string, string[]>();
  for (const { source, target } of flow.edges) {
    const node = flow.nodes.get(source)?.node;
    if (node && !isNote(node)) {
      before.set(target, [...(before.get(target) ?? []), source]);
    }
  }
  return before;
}

function upstream(until: string, flow: Flow, before: ReadonlyMap<string, string[]>): Set<string> {
  const found = new Set<string>();
  const open = flow.nodes.has(until) ? [until] : [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (!found.has(id)) {
      found.add(id);
      open.push(...(before.get(id) ?? []));
    }
  }
  return found;
}
