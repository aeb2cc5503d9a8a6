import type { Flow } from '../flow';

/** Ids of the groups around a node, from the innermost to the outermost; also of what a sub-pipeline's file holds. */
export function groupsAround({ nodes }: Flow, id: string): string[] {
  const found = new Set<string>();
  const groupOf = (at: string) => nodes.get(at)?.node.group ?? nodes.get(at)?.fileOf;
  for (let at = groupOf(id); at !== undefined && at !== '' && !found.has(at); at = groupOf(at)) {
    found.add(at);
  }
  return [...found];
}

/** Ids of the groups that a reader is outside of and a producer is in, from the innermost to the outermost. */
export function groupsLeft(flow: Flow, producer: string, reader: string): string[] {
  const shared = new Set(groupsAround(flow, reader));
  return groupsAround(flow, producer).filter(id => !shared.has(id) && id !== reader);
}

/** Those of the groups that are of a kind. */
export function ofGroupKind({ nodes }: Flow, ids: readonly string[], ...kinds: string[]): string[] {
  return ids.filter(id => kinds.includes(nodes.get(id)?.node.kind ?? ''));
}
