import { resultOf, startFixtureCloud, type FixtureCloud } from './fixture-cloud';

/* Functions that misbehave: each fails alone, with its reason, and leaves the instances usable. */

let fixture: FixtureCloud;
beforeAll(async () => (fixture = await startFixtureCloud({ maxInstances: 1, maxWaiting: 2 })));
afterAll(() => fixture.close());

const call = (data: object, openid?: string) => fixture.cloud.callFunction('unruly', data, openid);
const result = (data: object) => resultOf(fixture.cloud, 'unruly', data);

function outputOf(requestId: string): string {
  const lines = fixture.cloud.logs(requestId).filter(({ stream }) => stream !== 'platform');
  return lines.map(({ text }) => text).join('');
}

describe('a function that throws a value that is not an error', () => {
  test.each([
    [{ throws: 'a text' }, 'a text'],
    [{ throws: 7 }, '7'],
    [{ throws: null }, 'null'],
    [{ throws: { code: 'NO_STOCK' } }, '{"code":"NO_STOCK"}'],
    [{ throwsNamed: 'undefined' }, 'undefined'],
    [{ throwsNamed: 'bigint' }, '12'],
    [{ throwsNamed: 'circular' }, 'circular'],
  ])('%j fails with a message', async (data, words) => {
    expect(await call(data)).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining(words) as string,
    });
    expect(await call({})).toMatchObject({ errMsg: 'cloud.callFunction:ok' });
  });
});

describe('an error that no code catches', () => {
  test.each([
    ['a rejection nobody looks at', { abandons: 'left alone', waitsMs: 500 }, 'left alone'],
    ['an error in a timer', { explodes: 'out of the blue', waitsMs: 500 }, 'out of the blue'],
  ])('%s ends the instance and the call, and the next call has a new one', async (_name, data, words) => {
    await result({ remembers: 'before' });
    expect(await call(data)).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining(words) as string,
    });
    expect(await result({})).toMatchObject({ remembered: '' });
  });
});

describe('what a function leaves behind', () => {
  test('its variables in memory remain for the next call of this instance', async () => {
    await result({ remembers: 'warm' });
    expect(await result({})).toMatchObject({ remembered: 'warm' });
  });

  test('work continues after the answer, and its output is logged under its own call or the one then running', async () => {
    const muttered = await call({ mutters: 'afterthought' });
    const later = await call({ waitsMs: 100 });
    expect(outputOf(muttered.requestID) + outputOf(later.requestID)).toBe('afterthought\n');
  });

  test('no variable of a timer remains for the call after it', async () => {
    const { variables, trigger } = await result({});
    expect(trigger).toBeNull();
    expect(variables).toEqual(expect.arrayContaining(['WX_OPENID', 'TCB_SOURCE', 'SCF_NAMESPACE']));
    expect(variables).not.toContain('WX_TRIGGER_API_TOKEN_V0');
  });

  test('all of its output is kept, however much', async () => {
    const { requestID } = await call({ shouts: 3_000_000 });
    expect(outputOf(requestID)).toHaveLength(3_000_001);
  });
});

test('calls beyond the waiting limit are refused at once, and waiting calls are served', async () => {
  await result({});
  const answers = await Promise.all(Array.from({ length: 5 }, () => call({ waitsMs: 50 })));
  const codes = answers.map((answer) => ('errCode' in answer ? answer.errCode : 0));
  expect(codes).toEqual([0, 0, 0, -501004, -501004]);
  expect(fixture.cloud.instances().unruly).toBe(1);
});
