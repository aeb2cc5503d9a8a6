import { NODE_KINDS, type NodeKind, PipelineFile, type PipelineNode } from '../schema';
import { type Fault, findFault } from './explain-errors';
import { isObject } from './json';

/** The first fault of a node against the schema of its kind; nodes of unknown kinds have none. */
export function findNodeFault(node: PipelineNode): Fault | null {
  return Object.hasOwn(NODE_KINDS, node.kind) ? findFault(NODE_KINDS[node.kind as NodeKind], node) : null;
}

/** The first fault of a whole file of the present version. */
export function findFileFault(file: unknown): Fault | null {
  const fault = findFault(PipelineFile, file);
  if (fault || !isObject(file)) {
    return fault;
  }
  for (const [id, node] of Object.entries(file.nodes as Record<string, PipelineNode>)) {
    const inner = findNodeFault(node);
    if (inner) {
      return { ...inner, path: ['nodes', id, ...inner.path] };
    }
  }
  return null;
}
