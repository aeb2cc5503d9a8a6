/** Settings of property tests: one fixed seed, or the one in FC_SEED. A failure prints seed and path. */
export const SEEDED = { seed: Number(process.env.FC_SEED ?? 2) };
