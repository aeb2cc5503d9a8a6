import type { FlowNode } from '../flow';
import { isTask } from '../pipeline';

/** Whether a node declares a default for an input: what stands there when nothing feeds it. */
export function hasDefault({ node }: FlowNode, input: string): boolean {
  const declared = isTask(node) && 'inputs' in node ? node.inputs : undefined;
  const inputs = declared as Record<string, { default?: unknown }> | undefined;
  return inputs !== undefined && Object.hasOwn(inputs, input) && inputs[input].default !== undefined;
}
