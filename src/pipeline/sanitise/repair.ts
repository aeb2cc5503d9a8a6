import type { ReferenceTarget } from '../references';

/**
 * A reference that a reader leaves out.
 * missing: it names what is not there. self: it names its own node. cycle: it would close one.
 */
export interface Repair {
  reason: 'missing' | 'self' | 'cycle';
  /** The node that holds the reference. */
  node: string;
  /** Where in the node, such as `['inputs', 'model', 'from']`, `['after', 'train']` or `['group']`. */
  field: readonly string[];
  /** What it names: the id of a node, with the output for a binding, or a parameter. */
  to: ReferenceTarget;
}
