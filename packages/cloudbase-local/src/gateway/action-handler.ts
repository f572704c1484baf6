import type { Invocation } from '../client/caller';

/** Answers an action with the response's fields besides `requestId`. Throws PlatformError. */
export type ActionHandler = (
  action: string,
  body: Record<string, unknown>,
  context: ActionContext,
) => Promise<Record<string, unknown>>;

export interface ActionContext {
  requestId: string;
  /** The function run that asks; undefined for a program of the operator. */
  invocation: Invocation | undefined;
  /** Header `x-tcb-source`: the caller's source with one more step. */
  source: string;
}
