import type { Flow, FlowPort } from '../flow';
import { isLoop } from '../pipeline';
import { itemFields } from '../flow';

/**
 * What a group passes to the nodes inside as ports: the item of a loop, under the empty name, with its fields, and the
 * inputs of other groups. A type that only a run knows is undefined.
 */
export function enteringPorts(flow: Flow, group: string): (Omit<FlowPort, 'type'> & { type?: string })[] {
  const flowNode = flow.nodes.get(group);
  if (!flowNode) {
    return [];
  }
  const { node, inputs } = flowNode;
  if (!isLoop(node)) {
    return inputs.filter(({ field }) => !field);
  }
  const items = inputs.find(({ name, field }) => field && name === 'items');
  const type = items?.type.endsWith('[]') ? items.type.slice(0, -2) : undefined;
  const port = (name: string, of?: string) => ({ name, type: of, derived: false, optional: false });
  return [port('', type), ...(itemFields(flow).get(group) ?? []).map(field => port(field))];
}
