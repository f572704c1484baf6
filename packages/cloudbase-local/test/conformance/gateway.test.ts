import { request } from 'node:http';
import { nodeSdk, rejection, resultOf, startFixtureCloud, type FixtureCloud } from './fixture-cloud';

let fixture: FixtureCloud;
beforeAll(async () => (fixture = await startFixtureCloud()));
afterAll(() => fixture.close());
afterEach(() => fixture.cloud.faults.clear());

interface Answer {
  status: number;
  body: Record<string, unknown>;
}

/** Requests are written by hand, because fetch() forbids the headers that browsers set. */
function send(
  url: string,
  method: string,
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method, headers }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('end', () =>
        resolve({
          status: incoming.statusCode ?? 0,
          body: JSON.parse(Buffer.concat(chunks).toString() || '{}') as Record<string, unknown>,
        }),
      );
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

/** An address that `URL` would normalise. */
function sendTo(port: number, path: string): Promise<{ status: number }> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, path }, (incoming) => {
      incoming.resume();
      resolve({ status: incoming.statusCode ?? 0 });
    })
      .on('error', reject)
      .end();
  });
}

const callProbe = (body: string | Buffer, headers?: Record<string, string>, method = 'POST') =>
  send(`${fixture.clientOrigin}/functions/probe`, method, body, headers);

describe('the gateway', () => {
  test("an unknown action is refused with the platform's error", async () => {
    const { status, body } = await send(
      fixture.cloud.gatewayUrl,
      'POST',
      JSON.stringify({ action: 'database.fly' }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      requestId: expect.stringMatching(/.{10}/) as string,
      code: expect.stringMatching(/./) as string,
      message: expect.stringContaining('database.fly') as string,
    });
  });

  test.each([
    ['{', 'not valid JSON'],
    ['[]', 'not a JSON object'],
  ])('the body %j is refused', async (body, message) => {
    expect((await send(fixture.cloud.gatewayUrl, 'POST', body)).body).toMatchObject({
      code: 'INVALID_PARAM',
      message: expect.stringContaining(message) as string,
    });
  });

  test.each<[string, string, Record<string, string>]>([
    ['without a boundary', 'anything', { 'content-type': 'multipart/form-data' }],
    ['without its boundary', 'anything', { 'content-type': 'multipart/form-data; boundary=b' }],
    [
      'that breaks off',
      '--b\r\ncontent-disposition: form-data; name="action"\r\n\r\nwx.op',
      { 'content-type': 'multipart/form-data; boundary=b' },
    ],
    [
      'whose message is none',
      '--b\r\ncontent-disposition: form-data; name="action"\r\n\r\nwx.openApi\r\n--b\r\ncontent-disposition: form-data; name="requestData"\r\n\r\n\x7f\x7f\x7f\r\n--b--',
      { 'content-type': 'multipart/form-data; boundary=b' },
    ],
    [
      'of JSON, asking for no file',
      JSON.stringify({ action: 'storage.batchGetDownloadUrl', file_list: [null] }),
      {},
    ],
  ])('a form %s is refused', async (_what, body, headers) => {
    expect((await send(fixture.cloud.gatewayUrl, 'POST', body, headers)).body).toMatchObject({
      code: 'INVALID_PARAM',
    });
  });

  test.each(['//', '/admin/%zz', '/admin%00'])('the address %s is not readable', async (path) => {
    const { port } = new URL(fixture.cloud.gatewayUrl);
    expect((await sendTo(Number(port), path)).status).toBe(400);
  });

  test.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a form of another site', { 'sec-fetch-site': 'cross-site' }],
    ['the mini-program itself', { origin: 'http://127.0.0.1:8080', 'sec-fetch-site': 'same-site' }],
    ['a name that points here', { host: 'evil.example' }],
  ])('a page of %s is refused', async (_who, headers) => {
    const { status } = await send(
      fixture.cloud.gatewayUrl,
      'POST',
      JSON.stringify({ action: 'database.getDocument' }),
      headers,
    );
    expect(status).toBe(403);
  });

  test('the counters and logs of a call are readable over HTTP', async () => {
    const { requestID } = await fixture.cloud.callFunction('relay', { sdk: 'node', data: { log: 'seen' } });
    const origin = fixture.cloud.gatewayUrl.replace('/admin', '');
    expect((await send(`${origin}/counters?requestId=${requestID}`, 'GET', '')).body).toEqual({
      operations: { 'functions.invokeFunction': 1 },
    });
    const { lines } = (await send(`${origin}/logs?requestId=${requestID}`, 'GET', '')).body as {
      lines: { text: string }[];
    };
    expect(lines.map((line) => line.text)).toContain('seen\n');
  });
});

describe('the client endpoint', () => {
  test('calls a function as the person named in the header', async () => {
    const { status, body } = await callProbe('{}', { 'x-wx-openid': 'oCurl' });
    expect([status, body.errMsg, (body.result as { openid: string }).openid]).toEqual([
      200,
      'cloud.callFunction:ok',
      'oCurl',
    ]);
  });

  test('an empty body is an empty event', async () => {
    expect((await callProbe('')).status).toBe(200);
  });

  test.each([
    ['broken JSON', 400, '{', {}, 'POST'],
    ['a list', 400, '[1]', {}, 'POST'],
    ['an openid with other characters', 400, '{}', { 'x-wx-openid': 'a b' }, 'POST'],
    ['another method', 405, '', {}, 'GET'],
    ['a page of another site', 403, '{}', { origin: 'https://evil.example' }, 'POST'],
    ['too much', 413, Buffer.alloc(7 * 1024 * 1024, 'x'), {}, 'POST'],
  ])('%s gets %i and a sentence', async (_what, status, body, headers, method) => {
    const answer = await callProbe(body, headers as Record<string, string>, method);
    expect(answer).toMatchObject({
      status,
      body: {
        errCode: expect.any(Number) as number,
        errMsg: expect.stringContaining('cloud.callFunction:fail ') as string,
      },
    });
  });
});

describe('faults on demand', () => {
  test('an error affects one operation of one function', async () => {
    fixture.cloud.faults.add({
      action: 'functions.invokeFunction',
      functionName: 'relay',
      kind: 'error',
      code: 'SYS_ERR',
      times: 1,
    });
    expect(await fixture.cloud.callFunction('relay', { sdk: 'node', data: {} })).toMatchObject({
      errCode: -504002,
    });
    expect(await resultOf(fixture.cloud, 'relay', { sdk: 'node', data: {} })).toMatchObject({
      env: 'fixture-1',
    });
  });

  test('a dropped call breaks the connection of the client', async () => {
    fixture.cloud.faults.add({ functionName: 'probe', kind: 'drop', times: 1 });
    await expect(callProbe('{}')).rejects.toThrow();
    expect((await callProbe('{}')).status).toBe(200);
  });

  test('a dropped operation fails in the SDK', async () => {
    fixture.cloud.faults.add({ action: 'functions.invokeFunction', kind: 'drop', times: 5 });
    expect((await rejection(nodeSdk().callFunction({ name: 'probe', data: {} }))).message).toMatch(
      /socket hang up|ECONNRESET/,
    );
  });

  test('they are set and cleared over HTTP', async () => {
    const faults = fixture.cloud.gatewayUrl.replace('/admin', '/faults');
    const fault = {
      functionName: 'probe',
      kind: 'error',
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: 'as asked',
    };
    expect((await send(faults, 'POST', JSON.stringify(fault))).body).toEqual({ faults: [fault] });
    expect((await callProbe('{}')).body).toMatchObject({
      errCode: -504002,
      errMsg: expect.stringContaining('as asked') as string,
    });
    expect((await send(faults, 'DELETE', '')).body).toEqual({ faults: [] });
    expect((await send(faults, 'POST', '{"kind":"explode"}')).status).toBe(400);
    expect((await callProbe('{}')).body).toMatchObject({ errMsg: 'cloud.callFunction:ok' });
  });
});
