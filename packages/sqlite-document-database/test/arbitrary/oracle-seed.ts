/**
 * The seed of the random cases in tests with an oracle. Tests use the same cases each time, so a new failure means a
 * new mistake in the code. `npm run oracles` uses other cases in each round. `ORACLE_SEED` repeats a printed one.
 */
export const oracleSeed = Number(process.env.ORACLE_SEED ?? 20221220);
