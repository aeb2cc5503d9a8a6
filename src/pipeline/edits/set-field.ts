import { setIn } from '../file/set-in';
import type { PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { putNode, requireNode } from './change-node';

/**
 * Sets one setting of a node, such as `['resources', 'memory']`, `['env', 'X']` or `['title']`; undefined removes it.
 * @throws PipelineEditError when there is no such node, or the value does not fit the schema of its kind.
 */
export function setField(doc: SharedPipeline, id: string, path: readonly string[], value: unknown): void {
  putNode(doc, id, setIn(requireNode(doc, id), path, value) as PipelineNode);
}
