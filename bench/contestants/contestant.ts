import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
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
  /** Undefined where it has no way to answer. */
  prepare(query: NearbyQuery): PreparedQuery<unknown> | undefined;
}

/** Takes the posts in; returns how many. */
export type Load = (posts: Iterable<PostDocument>, progress: (done: number) => void) => Promise<number>;

/** Keeps the type of an answer between `ask` and `read`. */
export const prepared = <Answer>(query: PreparedQuery<Answer>): PreparedQuery<unknown> => ({
  ask: query.ask,
  read: (answer) => query.read(answer as Answer),
});
