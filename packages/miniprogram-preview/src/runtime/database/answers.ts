import { ApiFailure, calls, type ApiCall, type CallOptions } from '../api/registry';

/** WeChat's names for the platform's refusals. */
const errors: Record<string, { errCode: number; text: string }> = {
  DATABASE_REQUEST_FAILED: { errCode: -502001, text: 'database request fail' },
  DATABASE_PERMISSION_DENIED: { errCode: -502003, text: 'database permission denied' },
  DATABASE_COLLECTION_NOT_EXIST: { errCode: -502005, text: 'database collection not exists' },
  INVALID_PARAM: { errCode: -501007, text: 'invalid parameters' },
};
const unknownError = { errCode: -1, text: 'unknown error' };

/** A call in WeChat's manner, by callbacks or as a promise; `errMsg` is `<name>:ok` or `<name>:fail <reason>`. */
export function named(name: string, run: (options: CallOptions) => Promise<object>): ApiCall {
  return calls({ [name]: run })[name] as ApiCall;
}

/** Tencent's client reports a refusal as an answer with a code. */
export function checked<T extends object>(answer: T): T {
  const { code, message } = answer as { code?: string; message?: string };
  if (!code) return answer;
  const { errCode, text } = errors[code] ?? unknownError;
  throw new ApiFailure(`${errCode} ${text}. ${message ?? code}`, { errCode });
}
