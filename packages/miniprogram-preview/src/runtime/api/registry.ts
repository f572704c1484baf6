import { ApiFailure, failureText } from './api-failure';
import { checkParameters } from './parameters';

export { ApiFailure } from './api-failure';

/** The options that an author passes to an asynchronous call. */
export interface CallOptions {
  success?(answer: unknown): void;
  fail?(error: unknown): void;
  complete?(answer: unknown): void;
  [name: string]: unknown;
}

type Handler<O> = (options: O) => unknown;
export type ApiCall = (options?: CallOptions) => unknown;

/** All names of `wx`. */
export const wxFunctions: Record<string, unknown> = {};

/**
 * Turns handlers into calls in WeChat's manner: with `success`, `fail` or `complete` they call back, without they
 * return a promise. `errMsg` is `<name>:ok` or `<name>:fail <reason>`.
 */
export function calls<T extends Record<string, Handler<never>>>(
  handlers: T,
  prefix = '',
): Record<keyof T, ApiCall> {
  const entries = Object.entries(handlers).map(([name, handler]) => [
    name,
    asyncCall(prefix + name, handler as Handler<unknown>),
  ]);
  return Object.fromEntries(entries) as Record<keyof T, ApiCall>;
}

/** Calls a `wx` function by name from inside the runtime. */
export function wxCall(name: string, options: CallOptions = {}): unknown {
  const call = wxFunctions[name];
  if (typeof call !== 'function') throw new Error(`wx.${name} is missing`);
  return call({ fail: (error: unknown) => console.error(error), ...options }) as unknown;
}

function asyncCall(name: string, handler: Handler<unknown>): ApiCall {
  return (given) => {
    const options = given ?? {};
    const wantsCallback = [options.success, options.fail, options.complete].some(
      (f) => typeof f === 'function',
    );
    const run = start(name, handler, options);
    if (!wantsCallback) return run;
    run.then(
      (answer) => {
        options.success?.(answer);
        options.complete?.(answer);
      },
      (error: unknown) => {
        options.fail?.(error);
        options.complete?.(error);
      },
    );
    return undefined;
  };
}

/** The handler runs at once; only its answer is delayed. */
async function start(name: string, handler: Handler<unknown>, options: CallOptions): Promise<object> {
  try {
    checkParameters(name, options);
    const answer = await handler(options);
    const fields = typeof answer === 'object' && answer !== null ? answer : {};
    return { errMsg: `${name}:ok`, ...fields };
  } catch (error) {
    throw failure(name, error);
  }
}

/** WeChat rejects with a plain object; ours is an error with the same fields. */
export function failure(name: string, error: unknown): Error {
  const reason = error instanceof Error ? error.message : String(error);
  const fields = error instanceof ApiFailure ? error.fields : {};
  const errMsg = failureText(name, reason);
  return Object.assign(new Error(errMsg), { errMsg, ...fields });
}
