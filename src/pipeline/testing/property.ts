import type { Parameters } from 'fast-check';

/** Settings of property tests: one fixed seed, or the one in FC_SEED. A failure prints seed and path. */
export function runs<T>(numRuns: number): Parameters<T> {
  return { numRuns, seed: Number(process.env.FC_SEED ?? 1) };
}
