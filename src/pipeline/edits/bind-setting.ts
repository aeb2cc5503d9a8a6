import { setIn } from '../file/set-in';
import type { Binding } from '../ports';
import type { PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { putNode, requireNode } from './change-node';
import { refuseCycle } from './refuse-cycle';

/**
 * Says what a setting takes its value from, such as `['items']`, `['when', 'left']`, `['uri']` or
 * `['kubernetes', 'pvcMount', '0', 'pvcName']`; undefined removes it.
 * @throws PipelineEditError when the setting takes no binding or cannot do without, or this would close a cycle.
 */
export function bindSetting(
  doc: SharedPipeline,
  id: string,
  field: readonly string[],
  binding: Binding | undefined
): void {
  const node = requireNode(doc, id);
  refuseCycle(doc, id, field, binding);
  putNode(doc, id, setIn<PipelineNode>(node, field, binding));
}
