import { setIn } from '../file/set-in';
import { wouldCycle } from '../queries/would-cycle';
import { isNote, type PipelineNode } from '../schema';
import type { SharedPipeline } from '../shared/contract';
import { putNode, requireNode } from './change-node';
import { PipelineEditError } from './edit-error';

/**
 * Lets one node run only after another has ended.
 * @throws PipelineEditError when either does not run, or this would close a cycle.
 */
export function addOrder(doc: SharedPipeline, before: string, after: string): void {
  const node = requireNode(doc, after);
  if (isNote(node) || isNote(requireNode(doc, before))) {
    throw new PipelineEditError('A note does not run, so it has no order.', after, ['after']);
  }
  if (wouldCycle(doc.pipeline, before, after)) {
    const message = `"${after}" cannot run after "${before}", which needs "${after}" itself.`;
    throw new PipelineEditError(message, after, ['after', before]);
  }
  const ids = orderOf(node);
  if (!ids.includes(before)) {
    putNode(doc, after, setIn(node, ['after'], [...ids, before]) as PipelineNode);
  }
}

/** Takes such an order back. */
export function removeOrder(doc: SharedPipeline, before: string, after: string): void {
  const node = requireNode(doc, after);
  const ids = orderOf(node).filter(id => id !== before);
  putNode(doc, after, setIn(node, ['after'], ids.length > 0 ? ids : undefined) as PipelineNode);
}

function orderOf(node: PipelineNode): unknown[] {
  const { after }: Record<string, unknown> = node;
  return Array.isArray(after) ? after : [];
}
