import { setTimeout as wait } from 'node:timers/promises';

/** The request was refused before anything was done. */
const turnedAway = /^RequestLimitExceeded/;
/**
 * The change may or may not have happened, or another change of the same thing is in progress: look, then try again.
 */
const unclear =
  /^(InternalError|ResourceInUse|ResourceUnavailable|FailedOperation|ECONNRESET|ECONNREFUSED|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN)/;

const mostTries = 5;
const firstWaitMs = 400;

/** Calls the cloud API again, with growing waits, for as long as it answers that there are too many requests. */
export async function patiently<T>(call: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1)
    try {
      return await call();
    } catch (error) {
      if (tried === mostTries || !turnedAway.test(codeOf(error))) throw error;
      await wait(firstWaitMs * 2 ** (tried - 1));
    }
}

/** Repeats a read after any temporary failure, because reading twice does no harm. */
export async function readPatiently<T>(read: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried += 1)
    try {
      return await read();
    } catch (error) {
      if (tried === mostTries || !(turnedAway.test(codeOf(error)) || mayBeDone(error))) throw error;
      await wait(firstWaitMs * 2 ** (tried - 1));
    }
}

/** Whether a change that failed in this way may have happened all the same. */
export const mayBeDone = (error: unknown): boolean => unclear.test(codeOf(error));

/**
 * The SDK puts a network error into the `message` of its own error, sometimes as an object and sometimes inside a
 * sentence.
 */
function codeOf(error: unknown): string {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === 'string' && code !== '') return code;
  const { code: inner } = Object(message) as { code?: unknown };
  if (typeof inner === 'string') return inner;
  return /FetchError|socket hang up/.test(String(message)) ? 'ECONNRESET' : '';
}
