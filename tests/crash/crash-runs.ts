import { seededRandom } from '../../local/providers/api/provider-faults';
import { leaks, readLedger, settle } from '../whole/contact-ledger';
import { startProduct } from '../whole/product';
import { createKiller, victims, type Victim } from './killer';
import { scenarios, type Scenario } from './scenarios';

/** One death: who dies, in what, at which step. */
export interface Death {
  scenario: Scenario;
  victim: Victim;
  at: number;
}

export interface CrashReport {
  runs: number;
  /** Steps of each scenario when nobody dies. */
  boundaries: Record<string, number>;
  leaks: string[];
}

/**
 * Kills `runs` times. Every boundary of every scenario has its turn as long as the runs reach: first the function's own
 * deaths, then the others, each group in an order that the seed gives. After each death the leases lapse, the sweep
 * runs, and both lists must agree.
 */
export async function crashRuns(
  { runs, seed }: { runs: number; seed: number },
  say: (line: string) => void,
): Promise<CrashReport> {
  const random = seededRandom(seed);
  const product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') }, { poolNumbers: 6 });
  const report: CrashReport = { runs: 0, boundaries: {}, leaks: [] };
  try {
    const killer = createKiller(product);
    for (const scenario of scenarios) {
      const work = await scenario.prepare(product);
      report.boundaries[scenario.name] = await killer.during('function', 0, work);
      await settle(product);
    }
    for (const { scenario, victim, at } of deaths(report.boundaries, random).slice(0, runs)) {
      const work = await scenario.prepare(product);
      await killer.during(victim, at, () => work().catch(() => undefined));
      product.providers.faults.dypls.clear();
      await settle(product);
      if (scenario.repeated) {
        await work();
        await settle(product);
      }
      report.runs += 1;
      const found = leaks(await readLedger(product));
      if (found.length === 0) continue;
      const death = `seed ${seed}, run ${report.runs}: ${scenario.name}, ${victim} dies at step ${at}`;
      report.leaks.push(...found.map((leak) => `${death}: ${leak}`));
      say(report.leaks.at(-1) ?? '');
      // A leak would show again in each later run: the first is the one to look at.
      break;
    }
  } finally {
    await product.close();
  }
  say(`seed ${seed}: ${report.runs} deaths in ${scenarios.length} scenarios, ${report.leaks.length} leaks`);
  return report;
}

function deaths(boundaries: Readonly<Record<string, number>>, random: () => number): Death[] {
  const all = (victim: Victim): Death[] =>
    scenarios.flatMap((scenario) =>
      Array.from({ length: boundaries[scenario.name] ?? 0 }, (_, step) => ({
        scenario,
        victim,
        at: step + 1,
      })),
    );
  const [first, ...others] = victims;
  return [...shuffled(all(first), random), ...shuffled(others.flatMap(all), random)];
}

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
