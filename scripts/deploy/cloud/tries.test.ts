import { mayBeDone, patiently, readPatiently } from './tries';

/** An operation that fails `times` times in this way, then answers. */
function failing(error: unknown, times: number): { call(): Promise<string>; tried(): number } {
  let tried = 0;
  return {
    tried: () => tried,
    async call() {
      tried += 1;
      if (tried <= times) throw error;
      return 'answer';
    },
  };
}

const limited = Object.assign(new Error('too many'), { code: 'RequestLimitExceeded.Frequency' });
/** The SDK wraps node-fetch's error: it becomes the message of another error. */
const hungUp = Object.assign(new Error(), {
  code: '',
  message: Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }),
});
const refused = Object.assign(new Error('no'), { code: 'AuthFailure.SignatureFailure' });

test('too many requests are waited for, even by a change', async () => {
  const twice = failing(limited, 2);
  expect(await patiently(() => twice.call())).toBe('answer');
  expect(twice.tried()).toBe(3);
});

test('only a read is tried again after a broken connection', async () => {
  const reading = failing(hungUp, 1);
  expect(await readPatiently(() => reading.call())).toBe('answer');
  const change = failing(hungUp, 1);
  await expect(patiently(() => change.call())).rejects.toBe(hungUp);
  expect(mayBeDone(hungUp)).toBe(true);
});

test('a broken connection is recognised inside a sentence too', () => {
  expect(
    mayBeDone(new Error('[search] 部署失败：\nFetchError: request failed, reason: socket hang up')),
  ).toBe(true);
});

test('a refusal is not tried again', async () => {
  const reading = failing(refused, 1);
  await expect(readPatiently(() => reading.call())).rejects.toBe(refused);
  expect([reading.tried(), mayBeDone(refused)]).toEqual([1, false]);
});
