import { seededRandom } from '../../local/providers/api/provider-faults';
import { leaks, readLedger, settle } from '../integration/contact-ledger';
import { victims, type Moment, type Victim } from './death';
import { scenarios, type Scenario } from './scenarios';
import { startWorld, type World } from './world';

export interface CrashReport {
  runs: number;
  /** Points of each scenario when no process dies, and how long it takes. */
  measured: Record<string, Measure>;
  /** How many of each kind died. */
  deaths: Record<Victim, number>;
  leaks: string[];
}

interface Measure {
  points: number;
  ms: number;
}

/** One death: the victim, the scenario and the moment. */
interface Blow {
  scenario: Scenario;
  victim: Victim;
  moment: Moment;
}

const dayMs = 24 * 3_600_000;

/**
 * Kills `runs` times, each kind of victim in turn: three times of four at a point between two steps, where each point
 * is used before any is repeated, otherwise at a random moment. After each death the leases lapse, the sweep runs, and
 * both lists must agree. A day later no number may be bound any more.
 */
export async function crashRuns(
  { runs, seed }: { runs: number; seed: number },
  say: (line: string) => void,
): Promise<CrashReport> {
  const random = seededRandom(seed);
  const world = await startWorld({ nowMs: Date.parse('2022-12-20T10:00:00+08:00'), numbers: 6 });
  const deaths = Object.fromEntries(victims.map((victim) => [victim, 0])) as Record<Victim, number>;
  const report: CrashReport = { runs: 0, measured: {}, deaths, leaks: [] };
  try {
    for (const scenario of scenarios) report.measured[scenario.name] = await measure(world, scenario);
    const blows = drawBlows(report.measured, random);
    while (report.runs < runs && report.leaks.length === 0) {
      const blow = blows.next().value;
      report.runs += 1;
      const { struck, found } = await die(world, blow);
      if (struck) report.deaths[blow.victim] += 1;
      const where = `seed ${seed}, run ${report.runs}: ${blow.scenario.name}, ${blow.victim} dies ${JSON.stringify(blow.moment)}`;
      report.leaks.push(...found.map((leak) => `${where}: ${leak}`));
      // A leak would show again in each later run, so the first run with it is the one to look at.
      if (found.length > 0) say(report.leaks.join('\n'));
      else if (report.runs % 50 === 0) say(`${report.runs} deaths`);
    }
  } finally {
    const kept = await world.close(report.leaks.length > 0);
    if (kept) say(`database and logs are kept in ${kept}`);
  }
  const died = victims.map((victim) => `${victim} ${report.deaths[victim]}`).join(', ');
  say(
    `seed ${seed}: ${report.runs} runs of ${scenarios.length} scenarios, deaths: ${died}; ${report.leaks.length} leaks`,
  );
  return report;
}

async function measure(world: World, scenario: Scenario): Promise<Measure> {
  const work = await scenario.prepare(world);
  const startedMs = performance.now();
  const { points } = await world.during(null, work);
  const ms = performance.now() - startedMs;
  await settle(world.advance);
  return { points, ms };
}

async function die(
  world: World,
  { scenario, victim, moment }: Blow,
): Promise<{ struck: boolean; found: string[] }> {
  const work = await scenario.prepare(world);
  const { struck } = await world.during({ victim, moment }, () => work().catch(() => undefined));
  await world.recover();
  await world.disturb(null);
  await settle(world.advance);
  if (scenario.repeated) {
    await work();
    await settle(world.advance);
  }
  const found = leaks(await readLedger(world.books));
  await world.advance(dayMs);
  await world.advance(60_000);
  const { open, carrier } = await readLedger(world.books);
  if (open.length > 0 || carrier.length > 0)
    found.push(`a day later: ${JSON.stringify(open)} open, ${carrier.length} bound at the carrier`);
  return { struck, found };
}

/** An endless series of deaths, each kind of victim in turn. */
function* drawBlows(
  measured: Readonly<Record<string, Measure>>,
  random: () => number,
): Generator<Blow, never> {
  const decks = new Map<Victim, Blow[]>();
  for (let draw = 0; ; draw += 1) {
    const victim = victims[draw % victims.length] ?? 'function';
    if (random() < 0.25) {
      const scenario = scenarios[Math.floor(random() * scenarios.length)];
      if (scenario)
        yield { scenario, victim, moment: { afterMs: random() * (measured[scenario.name]?.ms ?? 0) } };
      continue;
    }
    const deck = decks.get(victim) ?? [];
    if (deck.length === 0) deck.push(...shuffled(allPoints(victim, measured), random));
    decks.set(victim, deck);
    const blow = deck.pop();
    if (blow) yield blow;
  }
}

const allPoints = (victim: Victim, measured: Readonly<Record<string, Measure>>): Blow[] =>
  scenarios.flatMap((scenario) =>
    Array.from({ length: measured[scenario.name]?.points ?? 0 }, (_, i) => ({
      scenario,
      victim,
      moment: { point: i + 1 },
    })),
  );

function shuffled<T>(list: readonly T[], random: () => number): T[] {
  return list
    .map((value) => ({ value, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ value }) => value);
}
