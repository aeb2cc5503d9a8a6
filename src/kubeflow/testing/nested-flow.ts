import type fc from 'fast-check';
import { type Flow, resolve } from '../../flow';
import {
  ancestors,
  type Binding,
  isBranch,
  isChoice,
  type Pipeline,
  type PipelineNode
} from '../../pipeline';
import { nestedPipeline } from '../../pipeline/testing/nested-pipeline';

/** Flows of all kinds of nodes but cells, in groups nested three deep, with every form of binding. */
export const nestedFlow: fc.Arbitrary<Flow> = nestedPipeline.map(pipeline =>
  resolveNested(decidable(pipeline))
);

/** The flow of a pipeline without notebooks. */
export const resolveNested = (pipeline: Pipeline): Flow =>
  resolve(pipeline, { notebook: path => ({ message: `There is no ${path}.` }) });

/** No branch asks for what another branch of its choice gives: the other may come after it, or never run. */
export function decidable(pipeline: Pipeline): Pipeline {
  const { nodes } = pipeline;
  const ask = (choice: string, side: Binding): Binding =>
    'output' in side && ancestors(nodes, side.node).includes(choice) ? { parameter: 'p' } : side;
  const decided = Object.entries(nodes).map(([id, node]): [string, PipelineNode] => {
    const { group } = node;
    const isAsked = isBranch(node) && group !== undefined && isChoice(nodes[group as string]);
    if (!isAsked || !node.when || !('left' in node.when)) {
      return [id, node];
    }
    const { left, is, right } = node.when;
    const choice = group as string;
    return [id, { ...node, when: { left: ask(choice, left), is, right: ask(choice, right) } }];
  });
  return { ...pipeline, nodes: Object.fromEntries(decided) };
}
