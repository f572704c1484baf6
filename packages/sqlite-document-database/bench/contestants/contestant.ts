import type { Found } from '../queries/found';
import type { NearbyQuery } from '../queries/query-kinds';

/** A prepared nearby query: `ask` is timed, and `read` translates its answer. */
export interface PreparedQuery<Answer> {
  ask(): Promise<Answer>;
  read(answer: Answer): Found[];
}

/** Orders posts before their distance does: a lower rank comes first. `priority` is the post's own, 0 or 1. */
export type Rank = (meters: number, priority: number) => number;

/** An engine, or one way to query it, that a benchmark measures. */
export interface NearbyContestant {
  readonly name: string;
  /** How exactly the engine knows distances, in metres. */
  readonly toleranceMeters: number;
  /**
   * The rank by which its answers are sorted before distance; no radius limits them then. Absent: distance alone
   * decides.
   */
  readonly rank?: Rank;
  /** Prepares a query, which is not timed. Undefined when the engine cannot answer this kind of query. */
  prepare(query: NearbyQuery): Promise<PreparedQuery<unknown>> | PreparedQuery<unknown> | undefined;
}

/** Keeps the type of an answer between `ask` and `read`. */
export const prepared = <Answer>(query: PreparedQuery<Answer>): PreparedQuery<unknown> => ({
  ask: query.ask,
  read: (answer) => query.read(answer as Answer),
});
