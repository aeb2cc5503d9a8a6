import { mapOutputs, mapReferences, type Reference } from '../references';
import type { Pipeline, PipelineNode } from '../schema';
import { findRepairs } from './find-repairs';
import type { Repair } from './repair';

/** A pipeline whose references all hold, and what was left out of it. */
export interface Sanitised {
  pipeline: Pipeline;
  /** By node id, then field. */
  repairs: readonly Repair[];
}

type Content = Pick<Pipeline, 'nodes' | 'parameters' | 'outputs'>;
type SanitisedContent = Content & { of: Content; repairs: readonly Repair[] };

const known = new WeakMap<Pipeline, Sanitised>();
const knownContent = new WeakMap<Pipeline['nodes'], SanitisedContent>();
const trimmed = new WeakMap<PipelineNode, { without: string; node: PipelineNode }>();

/**
 * The pipeline as every reader sees it, the same on every peer whatever merging left behind. Left out are
 * bindings to what is not there or cannot be read from where they stand, `after` that names no other node, `group` that
 * names no group, positions of no node, and, of each cycle, the reference that is smallest by the id of the node that
 * holds it, then by its field. A cycle is one of groups, or one of bindings and order among the nodes of a group, where
 * groups stand for what they hold. A binding that its setting cannot do without stays, and its repair says so. Nothing else changes; nodes without repairs are the same objects.
 * The pipeline it gives is its own sanitised form: asked again, the answer is the same, repairs included.
 */
export function sanitise(pipeline: Pipeline): Sanitised {
  const before = known.get(pipeline);
  if (before) {
    return before;
  }
  const { nodes, outputs, repairs } = sanitiseContent(pipeline);
  const stray = Object.keys(pipeline.layout).filter(id => !Object.hasOwn(nodes, id));
  const layout = stray.length === 0 ? pipeline.layout : omit(pipeline.layout, stray);
  const isSame = nodes === pipeline.nodes && outputs === pipeline.outputs && layout === pipeline.layout;
  const clean = { ...pipeline, nodes, layout, ...(outputs && { outputs }) };
  const result = { pipeline: isSame ? pipeline : clean, repairs };
  known.set(pipeline, result);
  known.set(result.pipeline, result);
  return result;
}

function sanitiseContent({ nodes, parameters, outputs }: Pipeline): SanitisedContent {
  const before = knownContent.get(nodes);
  if (before && before.of.parameters === parameters && before.of.outputs === outputs) {
    return before;
  }
  const of = { nodes, parameters, outputs };
  const repairs = findRepairs(of);
  const dropped = fieldsToDrop(repairs);
  const result = { ...of, ...repaired(of, dropped), of, repairs };
  knownContent.set(nodes, result);
  return result;
}

/** The fields of the references to leave out, by the node that holds them. */
function fieldsToDrop(repairs: readonly Repair[]): Map<string, Set<string>> {
  const fields = new Map<string, Set<string>>();
  for (const { node, field, kept } of repairs) {
    if (!kept) {
      fields.set(node, (fields.get(node) ?? new Set()).add(field.join('\0')));
    }
  }
  return fields;
}

function repaired(
  { nodes, outputs }: Content,
  dropped: ReadonlyMap<string, ReadonlySet<string>>
): Pick<Pipeline, 'nodes' | 'outputs'> {
  const result = dropped.size === 0 ? nodes : { ...nodes };
  for (const [id, fields] of dropped) {
    if (id !== '') {
      result[id] = trim(nodes[id], fields);
    }
  }
  const own = dropped.get('');
  return { nodes: result, outputs: own ? mapOutputs(outputs, without(own)) : outputs };
}

const without =
  (fields: ReadonlySet<string>) =>
  ({ field, to }: Reference) =>
    fields.has(field.join('\0')) ? undefined : to;

function trim(node: PipelineNode, fields: ReadonlySet<string>): PipelineNode {
  const key = JSON.stringify([...fields]);
  const before = trimmed.get(node);
  if (before?.without === key) {
    return before.node;
  }
  const result = mapReferences(node, without(fields));
  trimmed.set(node, { without: key, node: result });
  return result;
}

function omit<T>(record: Record<string, T>, keys: readonly string[]): Record<string, T> {
  const result = { ...record };
  keys.forEach(key => delete result[key]);
  return result;
}
