import type { FlowPort } from '../flow';

/**
 * The inputs that are drawn as ports: all but constants in settings, such as the side of a condition that is compared
 * with. Those read as text.
 */
export function shownInputs(inputs: readonly FlowPort[]): FlowPort[] {
  return inputs.filter(
    ({ field, binding }) => !(field && binding && 'value' in binding && field[0] !== 'items')
  );
}
