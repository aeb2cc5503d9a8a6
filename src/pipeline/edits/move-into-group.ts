import { ancestors, mayHold } from '../queries/groups';
import { isBranch, isChoice, type Pipeline, type PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { requireNode } from './change-node';
import { PipelineEditError } from './edit-error';
import { type ExtraEdges, refuseBroken } from './refuse-broken';

/**
 * Moves nodes into a group, with what groups among them hold, or out of all groups. A node whose group moves as well
 * stays in that.
 * @param extraEdges edges besides the stored ones, as [from, to]: the derived ones of a flow
 * @throws PipelineEditError when a group would hold itself, the group holds no nodes of this kind, or a binding or order
 *   would not hold any more.
 */
export function moveIntoGroup(
  doc: SharedPipeline,
  ids: Iterable<string>,
  group: string | undefined,
  extraEdges: ExtraEdges = []
): void {
  const all = new Set(ids);
  all.forEach(id => requireNode(doc, id));
  const { nodes } = doc.pipeline;
  const chosen = [...all].filter(id => !ancestors(nodes, id).some(around => all.has(around)));
  if (group !== undefined) {
    refuseGroup(doc, chosen, group);
  }
  const moved: Pipeline['nodes'] = {};
  for (const id of chosen.filter(each => nodes[each].group !== group)) {
    const { group: _group, ...rest } = doc.stored.nodes[id];
    moved[id] = { ...rest, ...(group !== undefined && { group }) } as PipelineNode;
  }
  refuseBroken(doc, { ...doc.stored.nodes, ...moved }, extraEdges);
  doc.transact(() => Object.entries(moved).forEach(([id, node]) => doc.write(['nodes', id], node)));
}

function refuseGroup(doc: SharedPipeline, ids: readonly string[], group: string): void {
  const holder = requireNode(doc, group);
  const { nodes } = doc.pipeline;
  const inside = [group, ...ancestors(nodes, group)].find(id => ids.includes(id));
  if (inside !== undefined) {
    throw new PipelineEditError(`"${inside}" cannot be moved into itself.`, inside, ['group']);
  }
  if (!mayHold(holder)) {
    throw new PipelineEditError(`"${group}" cannot hold other nodes.`, group);
  }
  const other = isChoice(holder) ? ids.find(id => !isBranch(nodes[id])) : undefined;
  if (other !== undefined) {
    const message = `"${group}" is a choice, which holds branches alone: move "${other}" into one of them.`;
    throw new PipelineEditError(message, other, ['group']);
  }
}
