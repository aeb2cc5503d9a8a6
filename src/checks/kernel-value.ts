import type { FlowNode } from '../flow';
import { isCode } from '../pipeline';
import type { Kernels, ValueFact } from '../runtime';

/**
 * What a live kernel knows of the value that a node gives under a name. A kernel holds one value of each name: where
 * another cell than one of the node's made it last, it says nothing of the node.
 */
export function kernelValue(
  kernels: Kernels,
  { node, cells }: FlowNode,
  name: string
): ValueFact | undefined {
  const values = isCode(node) ? kernels.get(node.notebook)?.values : undefined;
  const fact = values && Object.hasOwn(values, name) ? values[name] : undefined;
  return fact?.cell === undefined || cells.some(({ ref }) => ref.id === fact.cell) ? fact : undefined;
}
