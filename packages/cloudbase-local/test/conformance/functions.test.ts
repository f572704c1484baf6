import { nodeSdk, rejection, resultOf, startFixtureCloud, wxSdk, type FixtureCloud } from './fixture-cloud';

let fixture: FixtureCloud;
beforeAll(async () => (fixture = await startFixtureCloud({ maxInstances: 3 })));
afterAll(() => fixture.close());

const call = (name: string, data: unknown, openid?: string) => fixture.cloud.callFunction(name, data, openid);
const result = (name: string, data: unknown, openid?: string) => resultOf(fixture.cloud, name, data, openid);

describe('a call', () => {
  test('returns the result, and the request id that the function saw', async () => {
    const answer = await call('probe', {}, 'oA');
    expect(answer).toMatchObject({
      errMsg: 'cloud.callFunction:ok',
      result: { openid: 'oA', source: 'wx_client', env: 'fixture-1', requestId: answer.requestID },
    });
  });

  test('of a visitor has no openid', async () => {
    expect((await result('probe', {})).openid ?? '').toBe('');
  });

  test('gives the function its variables, with placeholders filled', async () => {
    expect((await result('probe', { variable: 'GREETING' })).variable).toBe('你好');
    expect(
      Buffer.from(String((await result('probe', { variable: 'PROBE_KEY' })).variable), 'base64'),
    ).toHaveLength(32);
  });

  test("does not show the function the machine's own variables", async () => {
    expect((await result('probe', { variable: 'HOME' })).variable).toBeUndefined();
  });

  test('without a result gives null', async () => {
    expect(await nodeSdk().callFunction({ name: 'silent', data: {} })).toMatchObject({ result: null });
  });

  test('gives the same through either SDK', async () => {
    expect((await nodeSdk().callFunction({ name: 'probe', data: {} })).result).toMatchObject({
      env: 'fixture-1',
    });
    expect(await wxSdk().callFunction({ name: 'probe', data: {} })).toMatchObject({
      result: { env: 'fixture-1' },
      errMsg: 'callFunction:ok',
    });
  });
});

describe('identity', () => {
  test.each(['wx', 'node'])(
    'a function that calls a function through the %s SDK keeps the caller',
    async (sdk) => {
      expect(await result('relay', { sdk, data: {} }, 'oNested')).toMatchObject({
        openid: 'oNested',
        source: 'wx_client,scf',
      });
    },
  );

  test('twelve simultaneous calls over three instances keep their callers apart', async () => {
    const people = Array.from({ length: 12 }, (_, index) => `o${index}`);
    const results = await Promise.all(people.map((openid) => result('probe', { sleepMs: 20 }, openid)));
    expect(results.map((each) => [each.openid, each.openidAfter])).toEqual(
      people.map((openid) => [openid, openid]),
    );
    expect(fixture.cloud.instances().probe).toBeLessThanOrEqual(3);
  });

  test('an ended call leaves no token that another call could use', async () => {
    const answer = await fetch(fixture.cloud.gatewayUrl, {
      method: 'POST',
      body: JSON.stringify({
        action: 'functions.invokeFunction',
        function_name: 'probe',
        request_data: '{}',
        wxCloudApiToken: 'made-up',
      }),
    });
    const { data } = (await answer.json()) as { data: { response_data: string } };
    expect((JSON.parse(data.response_data) as { openid?: string }).openid ?? '').toBe('');
  });
});

describe('failures', () => {
  test("the function's own error comes with its stack, in the platform's words", async () => {
    const answer = await call('probe', { fail: 'boom' });
    expect(answer).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining(
        'functions execute fail | errMsg: TypeError: boom\n    at main (/var/user/index.js',
      ) as string,
    });
  });

  test('the SDKs throw it under their codes', async () => {
    expect(await rejection(nodeSdk().callFunction({ name: 'probe', data: { fail: 'boom' } }))).toMatchObject({
      code: 'FUNCTIONS_EXECUTE_FAIL',
    });
    // wx-server-sdk 4 loses the code on the way and gives -1 with the text.
    expect(
      await rejection(Promise.resolve(wxSdk().callFunction({ name: 'probe', data: { fail: 'boom' } }))),
    ).toMatchObject({ errMsg: expect.stringContaining('TypeError: boom') as string });
  });

  test('a function that exceeds its time is ended, and the next call is served', async () => {
    expect(await call('probe', { sleepMs: 3_000 })).toMatchObject({
      errCode: -504003,
      errMsg: expect.stringContaining('Invoking task timed out after 1 seconds') as string,
    });
    expect(
      await rejection(nodeSdk().callFunction({ name: 'probe', data: { sleepMs: 3_000 } })),
    ).toMatchObject({ code: 'FUNCTIONS_TIME_LIMIT_EXCEEDED' });
    expect(await call('probe', {})).toMatchObject({ errMsg: 'cloud.callFunction:ok' });
  });

  test('a function that never yields is ended too', async () => {
    expect(await call('probe', { spin: true })).toMatchObject({ errCode: -504003 });
  });

  test('a function that ends its process fails alone', async () => {
    expect(await call('probe', { exit: true })).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('UserProcessExitWhenRunning') as string,
    });
    expect(await call('probe', {})).toMatchObject({ errMsg: 'cloud.callFunction:ok' });
  });

  test('a function that exceeds its memory fails alone', async () => {
    expect(await call('greedy', {})).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('MemoryLimitReached') as string,
    });
  });

  test('a function that does not load reports why', async () => {
    expect(await call('broken', {})).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('this function does not load') as string,
    });
  });

  test('an unknown function is not found', async () => {
    expect(await call('nobody', {})).toMatchObject({
      errCode: -501000,
      errMsg: expect.stringContaining('FUNCTION_NOT_FOUND') as string,
    });
    expect(await rejection(nodeSdk().callFunction({ name: 'nobody', data: {} }))).toMatchObject({
      code: 'FUNCTION_NOT_FOUND',
    });
  });

  test('a result that contains itself is an error of the function', async () => {
    expect(await call('probe', { circular: true })).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('circular') as string,
    });
  });

  test('a result over 1 MB does not reach a client, but reaches a function', async () => {
    expect(await call('probe', { bytes: 2_000_000 })).toMatchObject({ errCode: -504001 });
    const { result: nested } = (await nodeSdk().callFunction({
      name: 'probe',
      data: { bytes: 2_000_000 },
    })) as { result: { filler: string } };
    expect(nested.filler).toHaveLength(2_000_000);
    expect(
      await rejection(nodeSdk().callFunction({ name: 'probe', data: { bytes: 7_000_000 } })),
    ).toMatchObject({ code: 'FUNCTIONS_REQUEST_FAIL' });
  });
});

describe('what a call leaves behind', () => {
  test('output is logged under its request id, nested calls included', async () => {
    const answer = await call('relay', { sdk: 'node', data: { log: 'a line of probe' } });
    const lines = fixture.cloud.logs(answer.requestID).filter((line) => line.stream !== 'platform');
    expect(lines).toEqual([
      expect.objectContaining({ functionName: 'probe', stream: 'stdout', text: 'a line of probe\n' }),
    ]);
  });

  test('operations are counted by action and request id', async () => {
    const answer = await call('relay', { sdk: 'wx', data: {} });
    expect(fixture.cloud.operations(answer.requestID)).toEqual({ 'functions.invokeFunction': 1 });
  });
});

test('functions get new instances when their code changes', async () => {
  await result('probe', {});
  expect(Number((await result('probe', {})).served)).toBeGreaterThan(1);
  fixture.cloud.reloadFunctions(['probe']);
  expect((await result('probe', {})).served).toBe(1);
});
