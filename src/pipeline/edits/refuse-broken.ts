import { followers } from '../queries/edges';
import { nodeTitle } from '../queries/node-title';
import { namedNode } from '../references';
import { type Edge, edgesThatCloseCycles } from '../sanitise/cycles';
import { findRepairs } from '../sanitise/find-repairs';
import type { Repair } from '../sanitise/repair';
import type { Pipeline } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { PipelineEditError } from './edit-error';

/** Edges besides the stored ones, as [from, to]: the derived ones of a flow. */
export type ExtraEdges = readonly (readonly [string, string])[];

/**
 * Refuses an edit after which references would not hold that hold now, or edges of the flow would close a cycle.
 * @param nodes all nodes as they would be
 */
export function refuseBroken(
  doc: SharedPipeline,
  nodes: Pipeline['nodes'],
  extraEdges: ExtraEdges = []
): void {
  const key = ({ node, field }: Repair) => JSON.stringify([node, field]);
  const before = new Set(doc.repairs.map(key));
  const broken = findRepairs({ ...doc.stored, nodes }).find(repair => !before.has(key(repair)));
  if (broken) {
    throw new PipelineEditError(reasonFor(broken, nodes), broken.node, broken.field);
  }
  const [closing] = circles(nodes, extraEdges);
  if (closing && circles(doc.pipeline.nodes, extraEdges).length === 0) {
    const [one, other] = [closing.from, closing.to].map(id => titleIn(nodes, id));
    throw new PipelineEditError(`${one} and ${other} would wait for each other.`, closing.from);
  }
}

function circles(nodes: Pipeline['nodes'], extraEdges: ExtraEdges): Edge[] {
  const next = extraEdges.length === 0 ? new Map<string, string[]>() : followers(nodes, extraEdges);
  const edges = [...next].flatMap(([from, tos]) => tos.map(to => ({ id: `${from}\0${to}`, from, to })));
  return edgesThatCloseCycles(edges);
}

const titleIn = (nodes: Pipeline['nodes'], id: string) =>
  `"${Object.hasOwn(nodes, id) ? nodeTitle(nodes[id], id) : id || 'the pipeline'}"`;

function reasonFor({ reason, node, field, to }: Repair, nodes: Pipeline['nodes']): string {
  const [reader, other] = [node, namedNode(to) ?? ''].map(id => titleIn(nodes, id));
  if (reason !== 'missing') {
    return `${reader} would wait for ${other}, which waits for ${reader} itself.`;
  }
  if ('item' in to || 'input' in to) {
    return `${reader} reads ${'item' in to ? 'the item' : `"${to.input}"`} of ${other}, and would not be inside it.`;
  }
  return field[0] === 'outputs'
    ? `${reader} gives "${field[1]}" from ${other}, which would not be inside it.`
    : `${reader} could not name ${other} any more.`;
}
