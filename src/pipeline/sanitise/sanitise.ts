import { mapReferences } from '../references';
import type { Pipeline, PipelineNode } from '../schema';
import { findRepairs } from './find-repairs';
import type { Repair } from './repair';

/** A pipeline whose references all hold, and what was left out of it. */
export interface Sanitised {
  pipeline: Pipeline;
  /** By node id, then field. */
  repairs: readonly Repair[];
}

type SanitisedNodes = Pick<Pipeline, 'nodes' | 'parameters'> & { repairs: readonly Repair[] };

const known = new WeakMap<Pipeline, Sanitised>();
const knownNodes = new WeakMap<Pipeline['nodes'], SanitisedNodes>();
const trimmed = new WeakMap<PipelineNode, { without: string; node: PipelineNode }>();

/**
 * The pipeline as every reader sees it, the same on every peer whatever merging left behind. Left out are
 * bindings to nodes, outputs and parameters that are not there, `after` and `group` that name no other node,
 * positions of no node, and, of each cycle of bindings and order or of groups, the reference that is smallest by the
 * id of the node that holds it, then by its field. Nothing else changes; nodes without repairs are the same objects.
 * The pipeline it gives is its own sanitised form: asked again, the answer is the same, repairs included.
 */
export function sanitise(pipeline: Pipeline): Sanitised {
  const before = known.get(pipeline);
  if (before) {
    return before;
  }
  const { nodes, repairs } = sanitiseNodes(pipeline);
  const stray = Object.keys(pipeline.layout).filter(id => !Object.hasOwn(nodes, id));
  const layout = stray.length === 0 ? pipeline.layout : omit(pipeline.layout, stray);
  const isSame = nodes === pipeline.nodes && layout === pipeline.layout;
  const result = { pipeline: isSame ? pipeline : { ...pipeline, nodes, layout }, repairs };
  known.set(pipeline, result);
  known.set(result.pipeline, result);
  return result;
}

function sanitiseNodes({ nodes, parameters }: Pipeline): SanitisedNodes {
  const before = knownNodes.get(nodes);
  if (before?.parameters === parameters) {
    return before;
  }
  const repairs = findRepairs({ nodes, parameters });
  const result = { nodes: repairs.length === 0 ? nodes : repaired(nodes, repairs), parameters, repairs };
  knownNodes.set(nodes, result);
  return result;
}

function repaired(nodes: Pipeline['nodes'], repairs: readonly Repair[]): Pipeline['nodes'] {
  const fields = new Map<string, (readonly string[])[]>();
  repairs.forEach(({ node, field }) => fields.set(node, [...(fields.get(node) ?? []), field]));
  const result = { ...nodes };
  for (const [id, without] of fields) {
    result[id] = trim(nodes[id], without);
  }
  return result;
}

function trim(node: PipelineNode, fields: readonly (readonly string[])[]): PipelineNode {
  const without = JSON.stringify(fields);
  const before = trimmed.get(node);
  if (before?.without === without) {
    return before.node;
  }
  const dropped = new Set(fields.map(field => field.join('\0')));
  const result = mapReferences(node, ({ field, to }) => (dropped.has(field.join('\0')) ? undefined : to));
  trimmed.set(node, { without, node: result });
  return result;
}

function omit<T>(record: Record<string, T>, keys: readonly string[]): Record<string, T> {
  const result = { ...record };
  keys.forEach(key => delete result[key]);
  return result;
}
