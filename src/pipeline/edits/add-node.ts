import { newNodeId } from '../id';
import { nodeTitle } from '../queries/node-title';
import type { KnownNode, Position } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { putNode } from './change-node';
import { PipelineEditError } from './edit-error';
import { moveNodes } from './move-nodes';

/**
 * Adds a node with its top left corner at a position, in flow units.
 * @param id Its id; by default a new one, made from its title.
 * @returns The id.
 * @throws PipelineEditError when the id is or was in use, or the node does not fit the schema of its kind.
 */
export function addNode(doc: SharedPipeline, node: KnownNode, position: Position, id?: string): string {
  const key = id ?? newNodeId(nodeTitle(node, node.kind), taken => doc.isTaken(taken));
  if (id !== undefined && doc.isTaken(id)) {
    throw new PipelineEditError(`The node id "${id}" is or was in use in this pipeline.`, id);
  }
  doc.transact(() => {
    putNode(doc, key, node);
    moveNodes(doc, { [key]: position });
  });
  return key;
}
