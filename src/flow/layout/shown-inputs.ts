import type { FlowPort } from '../flow';

/** Settings that are ports even while they are constants, so that a wire can be drawn to them. */
const ALWAYS = new Set(['items', 'when.left']);

/**
 * The inputs that are drawn as ports: all but constants in settings, such as the side of a condition that is compared
 * with. Those read as text.
 */
export function shownInputs(inputs: readonly FlowPort[]): FlowPort[] {
  return inputs.filter(
    ({ name, field, binding }) => !field || !binding || !('value' in binding) || ALWAYS.has(name)
  );
}
