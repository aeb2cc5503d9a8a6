import { referencesOf } from '../references';
import type { Pipeline, PipelineNode } from '../schema';

/** What a node waits for: another node, with the output and the input when data flows. */
export interface Producer {
  node: string;
  output?: string;
  input?: string;
}

/** All that a node takes from other nodes by its stored bindings and order; derived ones are the flow's. */
export function producers(node: PipelineNode): Producer[] {
  return referencesOf(node).flatMap(({ field: [field, name], to }): Producer[] => {
    if (!('node' in to) || field === 'group') {
      return [];
    }
    return [field === 'inputs' ? { ...to, input: name } : to];
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
        .map(({ output, input }): Consumer => (input === undefined ? { node } : { node, output, input }))
    );
}
