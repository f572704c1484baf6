import { createRandom } from '../fixtures/random';
import type { NearbyContestant, PreparedQuery } from '../contestants/contestant';
import type { Places } from '../fixtures/places';
import type { PostColumns } from '../fixtures/post-columns';
import { exhaustiveAnswer } from '../queries/exhaustive-answer';
import { difference, type Found } from '../queries/found';
import type { NearbyQuery, QueryKind } from '../queries/query-kinds';

export interface Round {
  kinds: readonly QueryKind[];
  /** The other contestants' answers are compared with those of the first. */
  contestants: readonly NearbyContestant[];
  places: Places;
  rounds: number;
  queriesPerRound: number;
  /** Every post, for the exhaustive answer to the first queries of each kind. */
  columns: PostColumns;
  progress(roundsDone: number): void;
}

export interface Measured {
  /** Milliseconds by kind, then by contestant, in the order of the queries. */
  samples: Map<string, Map<string, number[]>>;
  compared: number;
  comparedExhaustively: number;
  /** Differences between answers, in words; empty when all agree. */
  differences: string[];
}

/** The number of queries of each kind that are also compared with the exhaustive answer. */
const exhaustivePerKind = 3;
/** Rounds that do not count: V8 compiles the code, and every engine loads the indexes that it keeps in memory. */
const warmUpRounds = 25;
/** Kinds outside the goals take long, so each gets one query a round. */
const unnamedPerRound = 1;

/**
 * Gives every contestant the same queries: in each round and for each kind, one after another gets a batch, and each
 * round begins with another one. Other load on the machine then affects all of them alike.
 */
export async function interleave(plan: Round): Promise<Measured> {
  const { kinds, contestants, places, rounds, queriesPerRound } = plan;
  const random = createRandom(5);
  const measured: Measured = { samples: new Map(), compared: 0, comparedExhaustively: 0, differences: [] };
  for (let round = -warmUpRounds; round < rounds; round += 1) {
    for (const kind of kinds) {
      const queries = Array.from({ length: kind.named ? queriesPerRound : unnamedPerRound }, () =>
        kind.draw(places, random),
      );
      const answers = new Map<NearbyContestant, Found[][]>();
      for (const contestant of inTurn(contestants, round + warmUpRounds)) {
        const { found, spent } = await askBatch(contestant, queries);
        answers.set(contestant, found);
        if (round >= 0) keep(measured, kind.name, contestant.name, spent);
      }
      compare(measured, plan, kind, queries, answers, round === 0 ? exhaustivePerKind : 0);
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
  const ready: PreparedQuery<unknown>[] = [];
  for (const query of queries) {
    const one = await contestant.prepare(query);
    if (one) ready.push(one);
  }
  for (const query of ready) {
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
  { contestants, columns }: Round,
  kind: QueryKind,
  queries: readonly NearbyQuery[],
  answers: ReadonlyMap<NearbyContestant, Found[][]>,
  exhaustively: number,
): void {
  const [first] = contestants;
  for (const [index, query] of queries.entries()) {
    for (const contestant of contestants) {
      const { name, rank, toleranceMeters } = contestant;
      const answer = answers.get(contestant)?.[index];
      if (first === undefined || answer === undefined) continue;
      const judge = (rightly: readonly Found[], beside: string): void => {
        const problem = difference(rightly, answer, toleranceMeters);
        if (problem !== undefined)
          measured.differences.push(`${kind.name}, ${name} beside ${beside}: ${problem}`);
      };
      if (contestant !== first && rank === undefined) {
        measured.compared += 1;
        judge(answers.get(first)?.[index] ?? [], first.name);
      }
      if (index < exhaustively) {
        measured.comparedExhaustively += 1;
        judge(exhaustiveAnswer(columns, query, rank), 'a look at every post');
      }
    }
  }
}

/** The first engine of a round meets cold caches, so the order rotates and is reversed every other turn. */
function inTurn<T>(list: readonly T[], turn: number): T[] {
  const start = Math.floor(turn / 2) % list.length;
  const rotated = [...list.slice(start), ...list.slice(0, start)];
  return turn % 2 === 0 ? rotated : rotated.reverse();
}
