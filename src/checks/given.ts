import { collectedOver, collectedType, constantType, type Flow } from '../flow';
import { type Binding, isLoop, type PortType } from '../pipeline';
import { sourceName } from './binding-words';

/** What a binding brings to a reader. */
export interface Given {
  /** How messages name it. */
  name: string;
  /** Undefined when nothing says it, such as of the item of a list. */
  type: PortType | undefined;
  constant: boolean;
}

/** What a binding brings to a node that reads it; undefined when it leads to nothing. */
export function given(flow: Flow, reader: string, binding: Binding): Given | undefined {
  if ('value' in binding) {
    const shown = JSON.stringify(binding.value) ?? 'nothing';
    const name = `the constant ${shown.length > 40 ? `${shown.slice(0, 40)}…` : shown}`;
    return { name, type: constantType(binding.value), constant: true };
  }
  const source = { name: sourceName(flow, binding), constant: false };
  if ('parameter' in binding) {
    const { parameters } = flow.pipeline;
    const declared = Object.hasOwn(parameters, binding.parameter) && parameters[binding.parameter];
    return declared ? { ...source, type: declared.type } : undefined;
  }
  if ('output' in binding) {
    const output = flow.nodes.get(binding.node)?.outputs.find(({ name }) => name === binding.output);
    const collected = collectedOver(flow, binding.node, reader).length > 0;
    return output && { ...source, type: collected ? collectedType(output.type) : output.type };
  }
  if ('input' in binding) {
    const input = flow.nodes.get(binding.node)?.inputs.find(({ name }) => name === binding.input);
    return input && { ...source, type: input.type };
  }
  if ('item' in binding) {
    return { ...source, type: binding.field === undefined ? itemType(flow, binding.item) : undefined };
  }
  return { ...source, type: 'taskStatus' };
}

/** The type of a loop's item, when its items are written down and alike, or artifacts. */
export function itemType(flow: Flow, loop: string): PortType | undefined {
  const node = flow.nodes.get(loop)?.node;
  if (!node || !isLoop(node) || !node.items) {
    return undefined;
  }
  if ('value' in node.items) {
    const items: unknown[] = Array.isArray(node.items.value) ? node.items.value : [];
    const types = [...new Set(items.map(constantType))];
    return types.length === 1 ? types[0] : undefined;
  }
  const type = given(flow, loop, node.items)?.type;
  return type?.endsWith('[]') ? type.slice(0, -2) : undefined;
}
