import type { GroupNode } from '../groups';
import { newNodeId } from '../id';
import { isBranch, isChoice, type Pipeline, type PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { requireNode } from './change-node';
import { PipelineEditError } from './edit-error';
import { type ExtraEdges, refuseBroken } from './refuse-broken';

/**
 * Makes a group around nodes that stand in one group. A choice around anything but branches gets a branch that holds it.
 * @param extraEdges edges besides the stored ones, as [from, to]: the derived ones of a flow
 * @returns The id of the group.
 * @throws PipelineEditError when there are no nodes, they stand in different groups, or, as one with the others, they
 *   would wait for what waits for them.
 */
export function groupNodes(
  doc: SharedPipeline,
  ids: Iterable<string>,
  kind: GroupNode['kind'],
  extraEdges: ExtraEdges = []
): string {
  const chosen = [...new Set(ids)];
  chosen.forEach(id => requireNode(doc, id));
  const { nodes } = doc.pipeline;
  const [around, ...others] = new Set(chosen.map(id => nodes[id].group));
  if (chosen.length === 0 || others.length > 0) {
    throw new PipelineEditError('A group is made around nodes that stand beside each other in one group.');
  }
  if (around !== undefined && isChoice(nodes[around]) && kind !== 'branch') {
    throw new PipelineEditError(`"${around}" is a choice, which holds branches alone.`, around);
  }
  const taken = new Set<string>();
  const newId = (name: string) => {
    const id = newNodeId(name, other => doc.isTaken(other) || taken.has(other));
    taken.add(id);
    return id;
  };
  const id = newId(kind);
  const made: Pipeline['nodes'] = { [id]: groupNode(kind, around) };
  let inner = id;
  if (kind === 'choice' && !chosen.every(each => isBranch(nodes[each]))) {
    inner = newId('branch');
    made[inner] = groupNode('branch', id);
  }
  chosen.forEach(each => (made[each] = { ...doc.stored.nodes[each], group: inner }));
  refuseBroken(doc, { ...doc.stored.nodes, ...made }, extraEdges);
  doc.transact(() => Object.entries(made).forEach(([key, node]) => doc.write(['nodes', key], node)));
  return id;
}

function groupNode(kind: GroupNode['kind'], group: string | undefined): PipelineNode {
  return { kind, ...(group !== undefined && { group }) };
}
