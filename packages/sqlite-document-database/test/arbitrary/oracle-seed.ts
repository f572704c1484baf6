/**
 * Where the random cases of the tests with an oracle come from. The tests take the same cases each time, so that who sees
 * them fail has broken something; `npm run oracles` takes others, round after round. `ORACLE_SEED` repeats a printed one.
 */
export const oracleSeed = Number(process.env.ORACLE_SEED ?? 20221220);
