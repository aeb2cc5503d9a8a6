import type { Parameters } from 'fast-check';

/** Settings of property tests: one fixed seed, or the one in FC_SEED. A failure prints seed and path. */
export function runs<T>(numRuns: number): Parameters<T> {
  return { numRuns, seed: Number(process.env.FC_SEED ?? 2) };
}

/** Time limit of a property test, in milliseconds: generous, for machines under load. */
export const PATIENCE = 120_000;
