import type { BranchNode, Condition } from '../pipeline';

/** A condition that waits for its two sides. */
export const OPEN_CONDITION: Condition = { left: { value: '' }, is: '==', right: { value: '' } };

/** A branch that waits for its condition; without one it is the else. */
export const branch = (group?: string, when?: Condition, rank?: number): BranchNode => ({
  kind: 'branch',
  ...(group !== undefined && { group }),
  ...(when && { when }),
  ...(rank !== undefined && { rank })
});
