/** How property tests run: the same everywhere, unless `FC_SEED` or `FC_RUNS` say otherwise. */
export const RUNS = {
  seed: Number(process.env.FC_SEED ?? 7),
  numRuns: Number(process.env.FC_RUNS ?? 100)
};
