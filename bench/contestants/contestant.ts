import type { Found } from '../queries/found';
import type { NearbyQuery } from '../queries/query-kinds';

/** A nearby query made ready: `ask` is what is timed, `read` what its answer says. */
export interface PreparedQuery<Answer> {
  ask(): Promise<Answer>;
  read(answer: Answer): Found[];
}

/** An engine, or a way to ask it, that a benchmark measures. */
export interface NearbyContestant {
  readonly name: string;
  /** How exactly it knows distances. */
  readonly toleranceMeters: number;
  /** What its answers are sorted by: distance when absent, or the order of the product's boards (then without a radius). */
  readonly order?: 'board';
  /** What is not timed. Undefined where it has no way to answer. */
  prepare(query: NearbyQuery): Promise<PreparedQuery<unknown>> | PreparedQuery<unknown> | undefined;
}

/** Keeps the type of an answer between `ask` and `read`. */
export const prepared = <Answer>(query: PreparedQuery<Answer>): PreparedQuery<unknown> => ({
  ask: query.ask,
  read: (answer) => query.read(answer as Answer),
});
