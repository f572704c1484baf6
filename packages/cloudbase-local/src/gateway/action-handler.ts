import type { Invocation } from '../client/caller';

/** Answers an action with the response's fields except `requestId`. Throws PlatformError. */
export type ActionHandler = (
  action: string,
  body: Record<string, unknown>,
  context: ActionContext,
) => Promise<Record<string, unknown>>;

export interface ActionContext {
  requestId: string;
  /** The function run that makes the request; undefined for a program of the operator. */
  invocation: Invocation | undefined;
  /** The header `x-tcb-source`: the caller's source with one more step. */
  source: string;
}
