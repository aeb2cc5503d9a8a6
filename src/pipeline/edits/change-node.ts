import { findNodeFault } from '../file/find-fault';
import { type CellsNode, isCells, type PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { PipelineEditError } from './edit-error';

/** The node with an id, as it is stored. */
export function requireNode(doc: SharedPipeline, id: string): PipelineNode {
  const { nodes } = doc.stored;
  if (!Object.hasOwn(nodes, id)) {
    throw new PipelineEditError(`There is no node "${id}" in this pipeline.`, id);
  }
  return nodes[id];
}

/** The `cells` node with an id, as it is stored. */
export function requireCells(doc: SharedPipeline, id: string): CellsNode {
  const node = requireNode(doc, id);
  if (!isCells(node)) {
    throw new PipelineEditError(`The node "${id}" holds no cells: its kind is ${node.kind}.`, id);
  }
  return node;
}

/** Stores a node, when it is one that can be read back from a file; only what differs is written. */
export function putNode(doc: SharedPipeline, id: string, node: PipelineNode): void {
  const fault = findNodeFault(node);
  if (fault) {
    const field = fault.path.join('.') || 'it';
    throw new PipelineEditError(
      `The node "${id}" cannot be changed so: ${field} ${fault.reason}.`,
      id,
      fault.path
    );
  }
  doc.transact(() => doc.write(['nodes', id], node));
}
