import { reaches } from '../sanitise/cycles';
import type { Pipeline } from '../schema';
import { producers } from './edges';

/**
 * True when an edge from one node to another would close a cycle.
 * @param extraEdges Edges besides the stored ones, as [from, to]: the derived ones of a flow.
 */
export function wouldCycle(
  pipeline: Pipeline,
  from: string,
  to: string,
  extraEdges: Iterable<readonly [string, string]> = []
): boolean {
  const next = new Map<string, string[]>();
  const add = (start: string, end: string) => next.set(start, [...(next.get(start) ?? []), end]);
  for (const [id, node] of Object.entries(pipeline.nodes)) {
    producers(node).forEach(producer => add(producer.node, id));
  }
  for (const [start, end] of extraEdges) {
    add(start, end);
  }
  return reaches(next, to, from);
}
