import type { Flow } from '../flow';
import type { Binding } from '../pipeline';

/** What a binding reads, for messages. */
export function readName(binding: Binding, flow: Flow): string {
  if ('output' in binding) {
    return `\`${binding.output}\` of ${calledAs(binding.node, flow)}`;
  }
  if ('input' in binding) {
    return `The input \`${binding.input}\` of ${calledAs(binding.node, flow)}`;
  }
  if ('item' in binding) {
    return `The item of ${calledAs(binding.item, flow)}`;
  }
  if ('status' in binding) {
    return `The final status of ${calledAs(binding.status, flow)}`;
  }
  return 'parameter' in binding ? `The pipeline's parameter \`${binding.parameter}\`` : 'A constant';
}

/** A node by its title; by its id where the pipeline has none of it. */
export const calledAs = (id: string, { nodes }: Flow): string => `“${nodes.get(id)?.title ?? id}”`;
