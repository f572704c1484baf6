import { describe, expect, test } from '@jest/globals';
import { CallError, fromFailure, fromPlatform, toCallError } from './call-error';

describe('a failed call', () => {
  test('keeps the sentence and the field that the function answered', () => {
    const error = fromFailure({
      code: 'quantity-too-large',
      message: '最多 8 粒。',
      retry: 'after-change',
      field: 'items.0.quantity',
      requestId: 'r',
    });
    expect(error).toMatchObject({
      code: 'quantity-too-large',
      message: '最多 8 粒。',
      field: 'items.0.quantity',
      retry: false,
    });
  });

  test.each([
    [{ errCode: -504003, errMsg: 'cloud.callFunction:fail' }, 'busy'],
    [{ errCode: -501003, errMsg: 'cloud.callFunction:fail' }, 'busy'],
    [{ errCode: -501004, errMsg: 'cloud.callFunction:fail' }, 'busy'],
    [{ errCode: -1, errMsg: 'fail Error: errCode: -501004 exceed concurrent request limit' }, 'busy'],
    [{ errCode: -504002, errMsg: 'cloud.callFunction:fail' }, 'internal'],
    [{ errCode: -1, errMsg: 'cloud.callFunction:fail Error: errCode: -504003 functions time out' }, 'busy'],
    [{ errMsg: 'cloud.callFunction:fail Error: errCode: -504002 functions execute fail' }, 'internal'],
    [{ errCode: -1, errMsg: 'request:fail timeout' }, 'network'],
    [new TypeError('Failed to fetch'), 'network'],
    [undefined, 'network'],
  ])('%j of the platform becomes %s and may be retried', (thrown, code) => {
    expect(fromPlatform(thrown)).toMatchObject({ code, retry: true });
  });

  test('an unforeseen exception becomes a sentence, a CallError stays itself', () => {
    expect(toCallError(new RangeError('x')).code).toBe('internal');
    const own = new CallError('not-found', '没有了。', 'never');
    expect(toCallError(own)).toBe(own);
  });
});
