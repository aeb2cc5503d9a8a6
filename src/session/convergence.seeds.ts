/** Seeds that once found a fault, each named after it: they are always run. */
export const REGRESSIONS: Readonly<Record<string, number>> = {
  'half a condition on a node that is no branch': 104
};
