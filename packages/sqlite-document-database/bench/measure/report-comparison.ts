import type { Measured } from './interleave';

/** Prints whether the answers agreed. If they differ, the program fails. */
export function reportComparison({ compared, comparedExhaustively, differences }: Measured): void {
  console.log(
    `${compared} answers compared with the database's, ${comparedExhaustively} with a look at every post: ` +
      `${differences.length} differ`,
  );
  for (const sentence of differences.slice(0, 20)) console.log(`  ${sentence}`);
  if (differences.length > 0) process.exitCode = 1;
}
