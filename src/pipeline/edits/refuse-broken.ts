import { nodeTitle } from '../queries/node-title';
import { namedNode } from '../references';
import { findRepairs } from '../sanitise/find-repairs';
import type { Repair } from '../sanitise/repair';
import type { Pipeline } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { PipelineEditError } from './edit-error';

/**
 * Refuses an edit after which references would not hold that hold now.
 * @param nodes all nodes as they would be
 */
export function refuseBroken(doc: SharedPipeline, nodes: Pipeline['nodes']): void {
  const key = ({ node, field }: Repair) => JSON.stringify([node, field]);
  const before = new Set(doc.repairs.map(key));
  const broken = findRepairs({ ...doc.stored, nodes }).find(repair => !before.has(key(repair)));
  if (broken) {
    throw new PipelineEditError(reasonFor(broken, nodes), broken.node, broken.field);
  }
}

function reasonFor({ reason, node, field, to }: Repair, nodes: Pipeline['nodes']): string {
  const title = (id: string) =>
    `"${Object.hasOwn(nodes, id) ? nodeTitle(nodes[id], id) : id || 'the pipeline'}"`;
  const [reader, other] = [title(node), title(namedNode(to) ?? '')];
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
