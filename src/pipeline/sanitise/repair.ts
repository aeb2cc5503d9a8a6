import type { ReferenceTarget } from '../references';

/**
 * A reference that a reader leaves out.
 * missing: it names what is not there, or cannot be read from where it stands. self: it names its own node.
 * cycle: it would close one.
 */
export interface Repair {
  reason: 'missing' | 'self' | 'cycle';
  /** The node that holds the reference; empty for the outputs of the pipeline. */
  node: string;
  /** Where in the node, such as `['inputs', 'model', 'from']`, `['after', 'train']` or `['group']`. */
  field: readonly string[];
  /** What it names. */
  to: ReferenceTarget;
  /** Its setting cannot do without it, so it stands there still, and leads to nothing that can be used. */
  kept?: true;
}
