import { mapOutputs, mapReferences, type ReferenceTarget } from '../references';
import type { SubPipelineNode } from '../groups';
import type { InputPort } from '../ports';
import type { Parameter, Pipeline, PipelineNode, Position } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { insertCopies } from './insert-copies';

/** Room above and beside what a group holds, in flow units. */
const INSIDE: Position = [40, 70];

/**
 * Adds a whole pipeline as a sub-pipeline that is drawn inside: its parameters become the inputs of the group, its
 * outputs those of the group. Names in the spec that nodes here have already are made anew.
 * @param position top left corner of the group, in flow units
 * @returns The id of the group.
 */
export function insertPipeline(doc: SharedPipeline, pipeline: Pipeline, position: Position): string {
  let group = 'group';
  while (Object.hasOwn(pipeline.nodes, group)) {
    group += '-';
  }
  const inside = (to: ReferenceTarget): ReferenceTarget =>
    'parameter' in to ? { node: group, input: to.parameter } : to;
  const taken = specNames(Object.values(doc.stored.nodes));
  const nodes: Record<string, PipelineNode> = { [group]: groupNode(pipeline, inside) };
  for (const [id, node] of Object.entries(pipeline.nodes)) {
    const { names, ...rest } = mapReferences(node, ({ to }) => inside(to)) as PipelineNode & {
      names?: object;
    };
    const free = names !== undefined && specNames([node]).every(name => !taken.includes(name));
    nodes[id] = { ...rest, ...(free && { names }), group: node.group ?? group } as PipelineNode;
  }
  const [id] = insertCopies(doc, nodes, placesIn(pipeline, group, position));
  return id;
}

function groupNode(pipeline: Pipeline, inside: (to: ReferenceTarget) => ReferenceTarget): SubPipelineNode {
  const outputs = mapOutputs(pipeline.outputs, ({ to }) => inside(to));
  const inputs = Object.entries(pipeline.parameters).map(([name, parameter]) => [name, inputOf(parameter)]);
  return {
    kind: 'pipeline',
    title: pipeline.displayName ?? pipeline.name,
    ...(inputs.length > 0 && { inputs: Object.fromEntries(inputs) as Record<string, InputPort> }),
    ...(outputs && { outputs })
  };
}

const inputOf = ({ type, default: value, optional, description }: Parameter): InputPort => ({
  type,
  ...(value !== undefined && { default: value }),
  ...(optional !== undefined && { optional }),
  ...(description !== undefined && { description })
});

function specNames(nodes: readonly PipelineNode[]): string[] {
  return nodes.flatMap(node => Object.values((node as { names?: Record<string, string> }).names ?? {}));
}

function placesIn({ layout }: Pipeline, group: string, [x, y]: Position): Record<string, Position> {
  const places = Object.entries(layout);
  const left = Math.min(...places.map(([, [left]]) => left));
  const top = Math.min(...places.map(([, [, top]]) => top));
  const moved = places.map(([id, at]): [string, Position] => [
    id,
    [at[0] - left + x + INSIDE[0], at[1] - top + y + INSIDE[1]]
  ]);
  return { ...Object.fromEntries(moved), [group]: [x, y] };
}
