import type { Binding } from '../pipeline';

/** What a binding reads, for messages. */
export function readName(binding: Binding): string {
  if ('output' in binding) {
    return `\`${binding.output}\` of "${binding.node}"`;
  }
  if ('input' in binding) {
    return `The input \`${binding.input}\` of "${binding.node}"`;
  }
  if ('item' in binding) {
    return `The item of "${binding.item}"`;
  }
  if ('status' in binding) {
    return `The final status of "${binding.status}"`;
  }
  return 'parameter' in binding ? `The pipeline's parameter \`${binding.parameter}\`` : 'A constant';
}
