import { createRandom } from '../../local/seed/random';
import type { NearbyContestant } from '../contestants/contestant';
import type { Places } from '../data/places';
import { difference, type Found } from '../queries/found';
import type { NearbyQuery, QueryKind } from '../queries/query-kinds';

export interface Round {
  kinds: readonly QueryKind[];
  /** The first one's answers are what the others are compared with. */
  contestants: readonly NearbyContestant[];
  places: Places;
  rounds: number;
  queriesPerRound: number;
  /** The right answer, looked up for the first queries of each kind. */
  exhaustive(query: NearbyQuery): Found[];
  progress(roundsDone: number): void;
}

export interface Measured {
  /** Milliseconds by kind, then contestant, in the order they were asked. */
  samples: Map<string, Map<string, number[]>>;
  compared: number;
  comparedExhaustively: number;
  /** Answers that differ, in words; empty when all agree. */
  differences: string[];
}

/** Queries of each kind that are also compared with the exhaustive answer. */
const EXHAUSTIVE_PER_KIND = 3;
const WARM_UP_ROUNDS = 2;

/**
 * Asks every contestant the same queries in turn: in each round and for each kind one after another gets a batch, each
 * round another one first. What else the machine does meanwhile meets all of them alike.
 */
export async function interleave(plan: Round): Promise<Measured> {
  const { kinds, contestants, places, rounds, queriesPerRound } = plan;
  const random = createRandom(5);
  const measured: Measured = { samples: new Map(), compared: 0, comparedExhaustively: 0, differences: [] };
  for (let round = -WARM_UP_ROUNDS; round < rounds; round += 1) {
    for (const kind of kinds) {
      const queries = Array.from({ length: queriesPerRound }, () => kind.draw(places, random));
      const answers = new Map<NearbyContestant, Found[][]>();
      for (const contestant of rotated(contestants, round + WARM_UP_ROUNDS)) {
        const { found, spent } = await askBatch(contestant, queries);
        answers.set(contestant, found);
        if (round >= 0) keep(measured, kind.name, contestant.name, spent);
      }
      compare(measured, plan, kind, queries, answers, round === 0 ? EXHAUSTIVE_PER_KIND : 0);
    }
    plan.progress(Math.max(0, round + 1));
  }
  return measured;
}

async function askBatch(
  contestant: NearbyContestant,
  queries: readonly NearbyQuery[],
): Promise<{ found: Found[][]; spent: number[] }> {
  const spent: number[] = [];
  const found: Found[][] = [];
  for (const query of queries.map((each) => contestant.prepare(each))) {
    if (query === undefined) continue;
    const startedAt = performance.now();
    const answer = await query.ask();
    spent.push(performance.now() - startedAt);
    found.push(query.read(answer));
  }
  return { found, spent };
}

function keep(measured: Measured, kind: string, name: string, spent: readonly number[]): void {
  const ofKind = measured.samples.get(kind) ?? new Map<string, number[]>();
  measured.samples.set(kind, ofKind);
  ofKind.set(name, [...(ofKind.get(name) ?? []), ...spent]);
}

function compare(
  measured: Measured,
  plan: Round,
  kind: QueryKind,
  queries: readonly NearbyQuery[],
  answers: ReadonlyMap<NearbyContestant, Found[][]>,
  exhaustively: number,
): void {
  const [first, ...others] = plan.contestants;
  if (first === undefined) return;
  for (const [index, query] of queries.entries()) {
    const expected = answers.get(first)?.[index] ?? [];
    const judge = (
      who: string,
      right: readonly Found[],
      answer: readonly Found[],
      tolerance: number,
    ): void => {
      const problem = difference(right, answer, tolerance);
      if (problem !== undefined) measured.differences.push(`${kind.name}, ${who}: ${problem}`);
    };
    for (const other of others) {
      const answer = answers.get(other)?.[index];
      if (answer === undefined) continue;
      measured.compared += 1;
      judge(`${other.name} beside ${first.name}`, expected, answer, other.toleranceMeters);
    }
    if (index >= exhaustively) continue;
    measured.comparedExhaustively += 1;
    judge(
      `${first.name} beside a look at every post`,
      plan.exhaustive(query),
      expected,
      first.toleranceMeters,
    );
  }
}

const rotated = <T>(list: readonly T[], by: number): T[] => {
  const start = by % list.length;
  return [...list.slice(start), ...list.slice(0, start)];
};
