import { reaches } from '../sanitise/cycles';
import type { Pipeline } from '../schema';
import { followers } from './edges';
import { siblings } from './groups';

/**
 * True when an edge from one node to another would close a cycle: among the nodes of some group, where a group counts
 * as one node, or because one of the two holds the other.
 * @param extraEdges Edges besides the stored ones, as [from, to]: the derived ones of a flow.
 */
export function wouldCycle(
  pipeline: Pipeline,
  from: string,
  to: string,
  extraEdges: Iterable<readonly [string, string]> = []
): boolean {
  const pair = siblings(pipeline.nodes, from, to);
  return pair === undefined || reaches(followers(pipeline.nodes, extraEdges), pair[1], pair[0]);
}
