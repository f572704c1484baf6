import type { Deployed } from './deployed';

/** Answers one action with the fields of `Response` except `RequestId`. Throws `ApiError`. */
export type Action = (deployed: Deployed, parameters: unknown) => Record<string, unknown>;

/** The actions of one service, with the API version that it is called by. */
export interface Service {
  version: string;
  actions: Record<string, Action>;
}
