/**
 * Where a test draws at random, it draws the same in each run: a failure is then the fault of the change at hand. `SEED=12 npm test`
 * draws others.
 */
export const seedOfRun = Number(process.env.SEED ?? 20_221_207);
