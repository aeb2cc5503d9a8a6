import { namedNode, referencesOf } from '../references';
import type { Pipeline, PipelineNode } from '../schema';
import { siblings } from './groups';

/** What a node waits for: another node, with the output and the input when data flows. */
export interface Producer {
  node: string;
  output?: string;
  /** The name of the input, or the path of the setting, joined by dots, as a flow names its port. */
  input?: string;
}

/**
 * All that a node takes from other nodes by its stored bindings and order; derived ones are the flow's. What a group
 * around it gives to each iteration or passes on is there before it starts.
 */
export function producers(node: PipelineNode): Producer[] {
  return referencesOf(node).flatMap(({ field, to }): Producer[] => {
    const id = namedNode(to);
    if (id === undefined || field[0] === 'group' || 'item' in to || 'input' in to) {
      return [];
    }
    if (field[0] === 'after') {
      return [{ node: id }];
    }
    const input = field[0] === 'inputs' ? field[1] : field.join('.');
    return [{ node: id, ...('output' in to && { output: to.output }), input }];
  });
}

/** A node that takes something from another. */
export interface Consumer {
  node: string;
  output?: string;
  input?: string;
}

/** All that other nodes take from a node, by node id. */
export function consumersOf(pipeline: Pipeline, id: string): Consumer[] {
  return Object.keys(pipeline.nodes)
    .sort()
    .flatMap(node =>
      producers(pipeline.nodes[node])
        .filter(producer => producer.node === id)
        .map(({ node: _id, ...taken }): Consumer => ({ node, ...taken }))
    );
}

/**
 * Which nodes come after which, by id: nodes of one group, groups standing for what they hold. What a group gives to
 * the outside from inside is no edge.
 * @param extraEdges edges besides the stored ones, as [from, to]: the derived ones of a flow
 */
export function followers(
  nodes: Pipeline['nodes'],
  extraEdges: Iterable<readonly [string, string]> = []
): Map<string, string[]> {
  const next = new Map<string, string[]>();
  const add = (from: string, to: string) => {
    const pair = siblings(nodes, from, to);
    if (pair) {
      const after = next.get(pair[0]) ?? [];
      after.push(pair[1]);
      next.set(pair[0], after);
    }
  };
  for (const [id, node] of Object.entries(nodes)) {
    producers(node).forEach(producer => add(producer.node, id));
  }
  for (const [from, to] of extraEdges) {
    add(from, to);
  }
  return next;
}
