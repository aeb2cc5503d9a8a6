import { nameText, type Translation } from '../actions';
import type { Flow } from '../flow';
import type { Binding } from '../pipeline';

const LONGEST = 32;
/** The name that the SDK gives to an output of its own; it says nothing. */
const UNNAMED = 'Output';

/** What a binding brings, in a word or two. */
export function bindingText(binding: Binding, flow: Pick<Flow, 'nodes'>, trans: Translation): string {
  const title = (id: string) => flow.nodes.get(id)?.title ?? id;
  if ('parameter' in binding) {
    return binding.parameter;
  }
  if ('output' in binding) {
    return binding.output === UNNAMED ? title(binding.node) : nameText(binding.output, trans);
  }
  if ('input' in binding) {
    return binding.input;
  }
  if ('item' in binding) {
    return binding.field === undefined ? trans.__('item') : trans.__('item.%1', binding.field);
  }
  return 'status' in binding
    ? trans.__('status of %1', title(binding.status))
    : shortened(JSON.stringify(binding.value));
}

/** A text cut to what fits in a line. */
export function shortened(text = '', longest = LONGEST): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}
