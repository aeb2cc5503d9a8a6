import { isGroup, isKnown, isSubPipeline, type Pipeline, type PipelineNode } from '../schema';

type Nodes = Pipeline['nodes'];

/** True when nodes may be drawn inside: groups, but no sub-pipeline of a file; also what a newer version knows. */
export function mayHold(node: PipelineNode): boolean {
  return isKnown(node) ? isGroup(node) && !(isSubPipeline(node) && node.file !== undefined) : true;
}

/** Ids of the groups around a node, from the innermost to the outermost. */
export function ancestors(nodes: Nodes, id: string): string[] {
  const found = new Set<string>();
  for (let at = groupOf(nodes, id); at !== undefined && !found.has(at); at = groupOf(nodes, at)) {
    found.add(at);
  }
  return [...found];
}

function groupOf(nodes: Nodes, id: string): string | undefined {
  return Object.hasOwn(nodes, id) ? nodes[id].group : undefined;
}

/** Ids of the nodes directly in each group, sorted; those in no group are under the empty id. */
export function childrenByGroup(nodes: Nodes): Map<string, string[]> {
  const children = new Map<string, string[]>([['', []]]);
  for (const id of Object.keys(nodes).sort()) {
    const group = nodes[id].group ?? '';
    const inside = children.get(group) ?? [];
    inside.push(id);
    children.set(group, inside);
  }
  return children;
}

/** The innermost group of a kind around a node. */
export function enclosing(nodes: Nodes, id: string, kind: string): string | undefined {
  return ancestors(nodes, id).find(group => Object.hasOwn(nodes, group) && nodes[group].kind === kind);
}

/** The innermost group that holds both nodes; the empty id when none does. */
export function sharedGroup(nodes: Nodes, a: string, b: string): string {
  const around = new Set(ancestors(nodes, a));
  return ancestors(nodes, b).find(id => around.has(id)) ?? '';
}

/**
 * Two nodes as seen from the innermost group that holds both: each itself, or the group beside the other that holds
 * it. Kubeflow runs these as two tasks of one DAG. Undefined when one holds the other, or both are the same.
 */
export function siblings(nodes: Nodes, a: string, b: string): readonly [string, string] | undefined {
  if (a !== b && Object.hasOwn(nodes, a) && Object.hasOwn(nodes, b) && nodes[a].group === nodes[b].group) {
    return [a, b];
  }
  const [pathA, pathB] = [a, b].map(id => [id, ...ancestors(nodes, id)].reverse());
  const at = pathA.findIndex((id, level) => id !== pathB[level]);
  return at < 0 || at >= pathB.length ? undefined : [pathA[at], pathB[at]];
}
