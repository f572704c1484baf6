import { Agent, request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { CommonClient } from 'tencentcloud-sdk-nodejs-common';
import { startApiServer, type ApiServer } from '../api/api-server';
import { createFlowLimit } from 'cloudbase-local';
import { createRegister } from '../../people/register';
import { createFaceId } from './faceid';
import { createUsage } from './usage';

const secret = { secretId: 'AKIDlocal', secretKey: 'the-right-key' };
const register = createRegister([{ openid: 'daughter', name: '李静' }]);
const card = register.cardOf('daughter');
let clockOffsetMs = 0;
let server: ApiServer;

beforeAll(async () => {
  const api = createFaceId({
    register,
    secretKeys: { [secret.secretId]: secret.secretKey },
    now: () => Date.now() + clockOffsetMs,
    checksPerIdPerDay: 4,
    requestsPerSecond: 10_000,
  });
  server = await startApiServer(api, { port: 0, log: () => undefined });
});
afterAll(() => server.close());
afterEach(() => {
  clockOffsetMs = 0;
  server.faults.clear();
});

/** The unmodified SDK with its real endpoint; only the connection is led here. */
class LocalAgent extends Agent {
  /** Everything that the SDK wrote to the wire. */
  written = '';
  override createConnection(): ReturnType<typeof connect> {
    const socket = connect(Number(new URL(server.origin).port), '127.0.0.1');
    const write = socket.write.bind(socket) as (chunk: Buffer | string, ...rest: unknown[]) => boolean;
    socket.write = (chunk: Buffer | string, ...rest: unknown[]) => {
      this.written += chunk.toString();
      return write(chunk, ...rest);
    };
    return socket;
  }
}

function client(credential = secret, agent = new LocalAgent()): CommonClient {
  return new CommonClient('faceid.tencentcloudapi.com', '2018-03-01', {
    credential,
    profile: { httpProfile: { protocol: 'http://', agent } },
  });
}

/** The second of the last request, because the same bytes within one second count as a replay. */
const askedAt = new Map<string, number>();
const second = () => Math.floor(Date.now() / 1000);

async function verify(IdCard: string, Name: string): Promise<unknown> {
  const wish = `${IdCard} ${Name}`;
  while (askedAt.get(wish) === second()) await new Promise((resolve) => setTimeout(resolve, 50));
  askedAt.set(wish, second());
  return client().request('IdCardVerification', { IdCard, Name });
}
const resident = (index: number) => register.cardOf(`resident-${index}`);

describe('FaceID through the unmodified SDK', () => {
  test('the right name and number match, in either case of x', async () => {
    await expect(verify(card.idNumber, card.name)).resolves.toMatchObject({
      Result: '0',
      RequestId: expect.any(String),
    });
    await expect(verify(card.idNumber.toLowerCase(), card.name)).resolves.toMatchObject({ Result: '0' });
  });

  test.each([
    ['another name', resident(1).idNumber, '李不静', '-1'],
    ['a wrong check character', '110105194912310021', '李静', '-2'],
    ['a name in Latin letters', resident(1).idNumber, 'Li Jing', '-3'],
    ['the database out of order', '119900197101010246', '欧阳断线', '-4'],
    ['no record', '11010519491231002X', '韦小宝', '-5'],
    ['a record that is missing', '119900197001010230', '无名氏', '-5'],
    ['a name of two parts', '119900198509090256', '阿卜杜拉·买买提', '0'],
  ])('%s', async (_case, idNumber, name, expected) => {
    await expect(verify(idNumber, name)).resolves.toMatchObject({ Result: expected });
  });

  test('one ID number is checked only so often a day', async () => {
    const { idNumber, name } = resident(2);
    for (let count = 0; count < 4; count++) await verify(idNumber, name);
    await expect(verify(idNumber, name)).resolves.toMatchObject({ Result: '-7' });
  });

  test('only matches and mismatches are charged', async () => {
    const charged = async () =>
      ((await (await fetch(`${server.origin}/usage`)).json()) as { charged: Record<string, number> }).charged
        .IdCardVerification ?? 0;
    const before = await charged();
    await verify(resident(3).idNumber, resident(3).name);
    await verify(resident(3).idNumber, '王小明');
    await verify('11010519491231002X', '韦小宝');
    await verify('1', '韦小宝');
    expect((await charged()) - before).toBe(2);
  });

  test('adults and minors are distinguished', async () => {
    const check = (IdCard: string, Name: string) =>
      client().request('MinorsVerification', { Type: '1', IdCard, Name });
    await expect(check(resident(4).idNumber, resident(4).name)).resolves.toMatchObject({
      Result: '0',
      AgeRange: '[18,+)',
    });
    await expect(check('119900201206010217', '陈小雨')).resolves.toMatchObject({ Result: '-1' });
    await expect(check('119900201206010217', '陈大雨')).resolves.toMatchObject({
      Result: '-3',
      AgeRange: '',
    });
  });

  test('phone, name and number are checked together', async () => {
    const Phone = register.phoneOf('resident-5');
    const { idNumber: IdCard, name: Name } = resident(5);
    const check = (input: object) => client().request('PhoneVerification', { IdCard, Name, Phone, ...input });
    await expect(check({})).resolves.toMatchObject({ Result: '0', Isp: '电信' });
    await expect(check({ Name: '王小明', VerifyMode: '1' })).resolves.toMatchObject({
      Result: '-4',
      ResultDetail: 'PhoneNameMismatch',
    });
    await expect(check({ Phone: '19912345678' })).resolves.toMatchObject({ Result: '-9' });
    await expect(check({ Phone: '10086' })).resolves.toMatchObject({ Result: '-6' });
  });

  test.each([
    ['a wrong key', { ...secret, secretKey: 'wrong' }, 'AuthFailure.SignatureFailure'],
    ['an unknown id', { ...secret, secretId: 'AKIDnobody' }, 'AuthFailure.SecretIdNotFound'],
    ['an id that every object has', { ...secret, secretId: 'constructor' }, 'AuthFailure.SecretIdNotFound'],
  ])('%s is refused', async (_case, credential, code) => {
    await expect(
      client(credential).request('IdCardVerification', { IdCard: card.idNumber, Name: card.name }),
    ).rejects.toMatchObject({ code });
  });

  test.each([-302_000, 302_000])('a request %d ms off the clock is refused', async (offset) => {
    clockOffsetMs = offset;
    await expect(verify(card.idNumber, card.name)).rejects.toMatchObject({
      code: 'AuthFailure.SignatureExpire',
    });
  });

  test.each([
    ['as it was', (recorded: string) => recorded],
    ['under another trace id', (recorded) => recorded.replace(/(X-TC-TraceId: ).*/i, '$1another')],
    ['by another program', (recorded) => recorded.replace(/(User-Agent: ).*/i, '$1curl/8')],
    ['with a header more', (recorded) => recorded.replace('\r\n\r\n', '\r\nX-More: 1\r\n\r\n')],
  ] as [string, (recorded: string) => string][])(
    'a recorded request is refused when it is played again %s',
    async (how, change) => {
      const agent = new LocalAgent();
      const { idNumber } = resident(6);
      await client(secret, agent).request('IdCardVerification', {
        IdCard: idNumber,
        Name: `重放${[...how][0]}`,
      });
      expect(agent.written).toMatch(/X-TC-TraceId/i);
      await expect(playAgain(change(agent.written))).resolves.toMatchObject({
        Response: { Error: { Code: 'RequestLimitExceeded' } },
      });
      clockOffsetMs = 302_000;
      await expect(playAgain(change(agent.written))).resolves.toMatchObject({
        Response: { Error: { Code: 'AuthFailure.SignatureExpire' } },
      });
    },
  );

  test('a recorded request is refused when a signed header is changed', async () => {
    const agent = new LocalAgent();
    const { idNumber, name } = resident(9);
    await client(secret, agent).request('IdCardVerification', { IdCard: idNumber, Name: name });
    const stamped = agent.written.replace(
      /(X-TC-Timestamp: )(\d+)/i,
      (_all, key: string, at: string) => `${key}${Number(at) + 1}`,
    );
    expect(stamped).not.toBe(agent.written);
    await expect(playAgain(stamped)).resolves.toMatchObject({
      Response: { Error: { Code: 'AuthFailure.SignatureFailure' } },
    });
  });

  test('a recorded request is refused when its body is changed', async () => {
    const agent = new LocalAgent();
    await client(secret, agent).request('IdCardVerification', {
      IdCard: resident(7).idNumber,
      Name: '王小明',
    });
    await expect(playAgain(agent.written.replace('王小明', '王大明'))).resolves.toMatchObject({
      Response: { Error: { Code: 'AuthFailure.SignatureFailure' } },
    });
  });

  test('an unsigned request is refused', async () => {
    const answer = await fetch(`${server.origin}/`, { method: 'POST', body: '{}' });
    expect(answer.status).toBe(200);
    await expect(answer.json()).resolves.toMatchObject({ Response: { Error: { Code: 'MissingParameter' } } });
  });

  test.each([
    ['IdCardVerification', { IdCard: card.idNumber }, 'MissingParameter'],
    ['IdCardVerification', { IdCard: card.idNumber, Name: card.name, Extra: '1' }, 'UnknownParameter'],
    ['IdCardVerification', { IdCard: 1, Name: card.name }, 'InvalidParameter'],
    ['DetectAuth', {}, 'InvalidAction'],
  ])('%s with %j answers %s', async (action, input, code) => {
    await expect(client().request(action, input)).rejects.toMatchObject({ code });
  });
});

describe('limits of FaceID', () => {
  test('requests above the rate limit succeed in the next second', () => {
    const mayPass = createFlowLimit(2);
    expect([0, 400, 999, 1000, 1001, 1002].map(mayPass)).toEqual([true, true, false, true, true, false]);
  });

  test('the daily count starts again at midnight in China', () => {
    const usage = createUsage(1);
    const lateMs = Date.parse('2022-12-20T15:59:00Z');
    expect([usage.admit('a', lateMs), usage.admit('a', lateMs), usage.admit('b', lateMs)]).toEqual([
      true,
      false,
      true,
    ]);
    expect(usage.admit('a', lateMs + 60_000)).toBe(true);
  });
});

describe('faults of FaceID', () => {
  const add = (fault: object) =>
    fetch(`${server.origin}/faults`, { method: 'POST', body: JSON.stringify(fault) });

  test('a result, an error, garbage and a closed connection occur as often as requested', async () => {
    const { idNumber, name } = resident(8);
    await add({ kind: 'error', code: '-6', message: '权威比对系统升级中，请稍后再试', times: 1 });
    await expect(verify(idNumber, name)).resolves.toMatchObject({ Result: '-6' });
    await add({ kind: 'error', code: 'FailedOperation.UnKnown', times: 1 });
    await expect(verify(idNumber, name)).rejects.toMatchObject({ code: 'FailedOperation.UnKnown' });
    for (const kind of ['garbled', 'unavailable', 'down', 'lost']) {
      await add({ kind, times: 1 });
      await expect(verify(idNumber, name)).rejects.toThrow();
    }
    await expect(verify(idNumber, name)).resolves.toMatchObject({ Result: '0' });
  });

  test('random failures follow the seed', async () => {
    const run = async () => {
      server.faults.clear();
      await add({ kind: 'unavailable', probability: 0.5, seed: 7 });
      const failed: boolean[] = [];
      for (let count = 0; count < 12; count++)
        failed.push(
          await verify('1', `王${String.fromCharCode(0x4e00 + count)}`).then(
            () => false,
            () => true,
          ),
        );
      return failed;
    };
    const first = await run();
    expect(new Set(first).size).toBe(2);
    expect(await run()).toEqual(first);
  });

  test('an invalid fault is refused, and a page may not set one', async () => {
    expect((await add({ kind: 'flood' })).status).toBe(400);
    const answer = await fetch(`${server.origin}/faults`, { headers: { origin: 'http://evil.example' } });
    expect(answer.status).toBe(403);
  });
});

/** Sends recorded bytes a second time. */
async function playAgain(recorded: string): Promise<unknown> {
  const [head = '', body = ''] = recorded.split('\r\n\r\n');
  const headers = Object.fromEntries(
    head
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(': ') as [string, string])
      .filter(([name]) => !/^(content-length|connection)$/i.test(name)),
  );
  return new Promise((resolve, reject) => {
    const { port } = new URL(server.origin);
    const sent = httpRequest({ host: '127.0.0.1', port, method: 'POST', path: '/', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => (text += chunk.toString()));
      response.on('end', () => resolve(JSON.parse(text)));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
