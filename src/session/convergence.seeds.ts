/** Seeds that once found a fault, each named after it: they are always run. */
export const REGRESSIONS: Readonly<Record<string, number>> = {};
