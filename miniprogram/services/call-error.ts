import type { CallFailure } from '../../cloudfunctions/shared/contract/errors';
import { errorTable } from '../facts/errors';
import type { ErrorCode, Retry } from '../facts/errors';
import type { CallErrorCode } from '../model/call-error-code';
import { say, translated } from '../facts/words/say';

/** The one failure that `call` throws. `message` is a sentence for the user. */
export class CallError extends Error {
  readonly code: CallErrorCode;
  /** Whether the same request may succeed when it is sent again at once. */
  readonly retry: boolean;
  /** The part of the input that is wrong, as a dotted path (`items.0.quantity`). */
  readonly field: string | undefined;

  constructor(code: CallErrorCode, message: string, retry: Retry, field?: string) {
    super(translated(message));
    this.name = 'CallError';
    this.code = code;
    this.retry = retry === 'now';
    this.field = field;
  }
}

/** From a failure that the function answered. */
export function fromFailure(failure: CallFailure): CallError {
  return new CallError(failure.code, failure.message, failure.retry, failure.field);
}

/**
 * A failure of the platform on the way. WeChat identifies it by `errCode`; some base libraries answer -1 and put the
 * code into the text instead (`… errCode: -504003 …`).
 */
export function fromPlatform(thrown: unknown): CallError {
  const code = platformCode(thrown);
  if (overloaded.has(code)) return fromTable('busy');
  if (code === executionFailed) return fromTable('internal');
  return new CallError('network', say('网络连接不上，请检查网络后重试。'), 'now');
}

/** Turns any thrown value into a failure that a screen can show. */
export function toCallError(thrown: unknown): CallError {
  return thrown instanceof CallError ? thrown : fromTable('internal');
}

const fromTable = (code: ErrorCode): CallError =>
  new CallError(code, errorTable[code].sentence, errorTable[code].retry);

const executionFailed = -504002;
/** Too many calls of the environment, too many at once, and one that took too long: the phone's network is not to blame. */
const overloaded = new Set<number | undefined>([-501003, -501004, -504003]);

function platformCode(thrown: unknown): number | undefined {
  if (typeof thrown !== 'object' || thrown === null) return undefined;
  const { errCode, errMsg } = thrown as { errCode?: unknown; errMsg?: unknown };
  if (typeof errCode === 'number' && errCode !== -1) return errCode;
  const named = /errCode:\s*(-\d+)/.exec(typeof errMsg === 'string' ? errMsg : '');
  return named?.[1] === undefined ? undefined : Number(named[1]);
}
