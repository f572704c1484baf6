import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import RPCClient from '@alicloud/pop-core';
import { startApiServer, type ApiRequest, type ApiServer } from '../api/api-server';
import { chinaSeconds, chinaSecondsMs } from '@facts/china-time';
import { createDypls } from './dypls';
import type { Pool } from './number-pool';
import { openSubscriptions, type Subscriptions } from './subscriptions';

const accountKeys = { accessKeyId: 'LTAIlocal', accessKeySecret: 'the-right-secret' };
const pools: Pool[] = [
  {
    key: 'FC-AXB',
    mode: 'axb',
    numbers: ['17000000001', '17000000002', '17000000003'],
    bindingsPerNumber: 2,
  },
  { key: 'FC-AXN', mode: 'axn', numbers: ['17000000101'], bindingsPerNumber: 200 },
  { key: 'FC-EXT', mode: 'extension', numbers: ['17000000201'], bindingsPerNumber: 3 },
];
const [A, B, C, D, E, F] = [
  '13800000001',
  '13800000002',
  '13800000003',
  '13800000004',
  '13800000005',
  '13800000006',
];
const hourMs = 3_600_000;

let dir: string;
let clockOffsetMs: number;
let subscriptions: Subscriptions;
let server: ApiServer;
/** The last request as it came. */
let recorded: ApiRequest;
const now = () => Date.now() + clockOffsetMs;
const file = () => join(dir, 'bindings.jsonl');

async function start(requestsPerSecond?: number): Promise<void> {
  subscriptions = openSubscriptions({ file: file(), pools: pools, now });
  const accessKeys = { [accountKeys.accessKeyId]: accountKeys.accessKeySecret };
  const api = createDypls({ subscriptions, accessKeys, now, requestsPerSecond, log: () => undefined });
  const answer = (request: ApiRequest) => api.answer((recorded = request));
  server = await startApiServer({ ...api, answer }, { port: 0, log: () => undefined });
}
async function stop(): Promise<void> {
  await server.close();
  subscriptions.close();
}
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'dypls-'));
  clockOffsetMs = 0;
  await start();
});
afterEach(async () => {
  await stop();
  rmSync(dir, { recursive: true });
});

type Answer = {
  Code: string;
  SubsId: string;
  SecretBindDTO: { SubsId: string; SecretNo: string; Extension?: string };
} & Record<string, unknown>;

function call(
  action: string,
  params: Record<string, string>,
  keys = accountKeys,
  method = 'POST',
): Promise<Answer> {
  const client = new RPCClient({ ...keys, endpoint: server.origin, apiVersion: '2017-05-25' });
  return client.request<Answer>(action, params, { method });
}
const inAnHour = () => chinaSeconds(now() + hourMs);
const bindAxb = (PhoneNoA = A, PhoneNoB = B, more = {}) =>
  call('BindAxb', { PoolKey: 'FC-AXB', PhoneNoA, PhoneNoB, Expiration: inAnHour(), ...more });
const unbind = ({ SecretNo, SubsId }: Answer['SecretBindDTO'], PoolKey = 'FC-AXB') =>
  call('UnbindSubscription', { PoolKey, SecretNo, SubsId });
const detail = ({ SecretNo, SubsId }: Answer['SecretBindDTO']) =>
  call('QuerySubscriptionDetail', { PoolKey: 'FC-AXB', PhoneNoX: SecretNo, SubsId });

describe('dypls through the unmodified SDK', () => {
  test('a pair is bound, described, listed and unbound', async () => {
    const { Code, SecretBindDTO: bound } = await bindAxb(A, B, { OutId: 'grant-1' });
    expect(Code).toBe('OK');
    expect(bound).toMatchObject({ SecretNo: '17000000001', SubsId: expect.stringMatching(/^\d{16}$/) });
    await expect(detail(bound)).resolves.toMatchObject({
      SecretBindDetailDTO: {
        Status: 1,
        PhoneNoA: A,
        PhoneNoB: B,
        PhoneNoX: bound.SecretNo,
        NeedRecord: false,
      },
    });
    const listed = () => call('QuerySubsId', { PoolKey: 'FC-AXB', PhoneNoX: bound.SecretNo });
    await expect(listed()).resolves.toMatchObject({ Code: 'OK', SubsId: bound.SubsId });
    await unbind(bound);
    await expect(listed()).resolves.toMatchObject({ SubsId: '' });
    await expect(detail(bound)).resolves.toMatchObject({ SecretBindDetailDTO: { Status: 0 } });
    await expect(unbind(bound)).rejects.toMatchObject({ code: 'isv.SUBS_NOT_EXIST' });
  });

  test('one phone never stands twice on a number, and the pool comes to its end', async () => {
    const numbers = [await bindAxb(A, B), await bindAxb(A, C), await bindAxb(D, A)].map(
      (each) => each.SecretBindDTO.SecretNo,
    );
    expect(new Set(numbers).size).toBe(3);
    await expect(bindAxb(A, E)).rejects.toMatchObject({ code: 'isv.NO_AVAILABLE_NUMBER' });
    await expect(bindAxb(E, F)).resolves.toMatchObject({ Code: 'OK' });
  });

  test('what has run out makes room by itself', async () => {
    const soon = { Expiration: chinaSeconds(now() + 120_000) };
    const { SecretBindDTO: bound } = await bindAxb(A, B, soon);
    for (const other of [C, D]) await bindAxb(A, other, soon);
    await expect(bindAxb(A, E)).rejects.toMatchObject({ code: 'isv.NO_AVAILABLE_NUMBER' });
    clockOffsetMs = 121_000;
    await expect(unbind(bound)).rejects.toMatchObject({ code: 'isv.SUBS_NOT_EXIST' });
    await expect(detail(bound)).resolves.toMatchObject({ SecretBindDetailDTO: { Status: 0 } });
    await expect(bindAxb(A, E)).resolves.toMatchObject({ Code: 'OK' });
    expect(subscriptions.all()).toHaveLength(1);
  });

  test.each<[string, string, Record<string, string>, string]>([
    ['a pool that is none', 'BindAxb', { PoolKey: 'FC0' }, 'isv.POOLKEY_NOT_EXISTS'],
    ['a pool of another kind', 'BindAxb', { PoolKey: 'FC-AXN' }, 'isv.FORBIDDEN_ACTION'],
    ['a number of another pool', 'BindAxb', { PhoneNoX: '17000000101' }, 'isv.FORBIDDEN_ACTION'],
    ['a phone that is none', 'BindAxb', { PhoneNoB: '138-0000-0002' }, 'isv.MOBILE_NUMBER_ILLEGAL'],
    ['a pair of one', 'BindAxb', { PhoneNoB: A }, 'isv.ILLEGAL_ARGUMENT'],
    ['an extension for a pair', 'BindAxb', { Extension: '1' }, 'isv.ILLEGAL_ARGUMENT'],
    ['a real number shown', 'BindAxb', { CallDisplayType: '2' }, 'isv.ILLEGAL_ARGUMENT'],
    ['a day the calendar lacks', 'BindAxb', { Expiration: '2099-02-30 00:00:00' }, 'isv.EXPIRE_DATE_ILLEGAL'],
    ['an end that is past', 'BindAxb', { Expiration: '2019-09-05 12:00:00' }, 'isv.EXPIRE_DATE_ILLEGAL'],
    ['a ring of a minute', 'BindAxb', { CallTimeout: '60' }, 'isv.ILLEGAL_ARGUMENT'],
    ['no pool', 'BindAxb', { PoolKey: '' }, 'MissingPoolKey'],
    ['another version’s action', 'BindAxg', {}, 'InvalidAction.NotFound'],
  ])('%s: %s with %j answers %s', async (_case, action, params, code) => {
    const full = { PoolKey: 'FC-AXB', PhoneNoA: A, PhoneNoB: B, Expiration: inAnHour(), ...params };
    await expect(call(action, full)).rejects.toMatchObject({ code });
    expect(subscriptions.all()).toEqual([]);
  });

  test('an end less than a minute ahead is refused', async () => {
    await expect(bindAxb(A, B, { Expiration: chinaSeconds(now() + 59_000) })).rejects.toMatchObject({
      code: 'isv.EXPIRE_DATE_ILLEGAL',
    });
  });

  test('asking twice for the same pair on the same number conflicts, so a retry is noticed', async () => {
    await bindAxb(A, B, { PhoneNoX: '17000000002' });
    await expect(bindAxb(A, B, { PhoneNoX: '17000000002' })).rejects.toMatchObject({
      code: 'isv.BIND_CONFLICT',
    });
  });

  test('a binding is unbound only under its own pool and number', async () => {
    const { SecretBindDTO: bound } = await bindAxb();
    await expect(unbind({ ...bound, SecretNo: '17000000002' })).rejects.toMatchObject({
      code: 'isv.SUBS_NOT_EXIST',
    });
    await expect(unbind(bound, 'FC-EXT')).rejects.toMatchObject({ code: 'isv.SUBS_NOT_EXIST' });
  });

  test('a number with extensions carries several, each its own', async () => {
    const bind = (PhoneNoA: string, more = {}) =>
      call('BindAxnExtension', { PoolKey: 'FC-EXT', PhoneNoA, Expiration: inAnHour(), ...more });
    const extensions = [
      await bind(A),
      await bind(B, { PhoneNoX: '17000000201', Extension: '77' }),
      await bind(C),
    ];
    expect(extensions.map((each) => each.SecretBindDTO.Extension)).toEqual(['1', '77', '2']);
    await expect(bind(D)).rejects.toMatchObject({ code: 'isv.NO_AVAILABLE_NUMBER' });
    await expect(bind(D, { Extension: '5' })).rejects.toMatchObject({ code: 'isv.ILLEGAL_ARGUMENT' });
  });

  test('a number of its own takes one person', async () => {
    const bind = (PhoneNoA: string) =>
      call('BindAxn', { PoolKey: 'FC-AXN', PhoneNoA, Expiration: inAnHour() });
    await expect(bind(A)).resolves.toMatchObject({ SecretBindDTO: { SecretNo: '17000000101' } });
    await expect(bind(B)).rejects.toMatchObject({ code: 'isv.NO_AVAILABLE_NUMBER' });
  });

  test('a binding is changed, but not onto a phone that stands on the number', async () => {
    const { SecretBindDTO: bound } = await bindAxb(A, B, { PhoneNoX: '17000000001' });
    await bindAxb(C, D, { PhoneNoX: '17000000001' });
    const update = (OperateType: string, more: Record<string, string>) =>
      call('UpdateSubscription', {
        PoolKey: 'FC-AXB',
        PhoneNoX: bound.SecretNo,
        SubsId: bound.SubsId,
        OperateType,
        ...more,
      });
    await update('updateNoB', { PhoneNoB: E });
    await update('updateExpire', { Expiration: chinaSeconds(now() + 2 * hourMs) });
    await update('updateCallRestrict', { CallRestrict: 'CONTROL_BX_DISABLE' });
    await expect(detail(bound)).resolves.toMatchObject({
      SecretBindDetailDTO: { PhoneNoB: E, CallRestrict: 'CONTROL_BX_DISABLE' },
    });
    await expect(update('updateNoB', { PhoneNoB: C })).rejects.toMatchObject({ code: 'isv.UPDATE_CONFLICT' });
    await expect(update('updateNoB', { PhoneNoB: A })).rejects.toMatchObject({
      code: 'isv.ILLEGAL_ARGUMENT',
    });
    await expect(update('updateAxgGroup', {})).rejects.toMatchObject({ code: 'isv.ILLEGAL_ARGUMENT' });
    await expect(bindAxb(B, F, { PhoneNoX: '17000000001' })).rejects.toMatchObject({
      code: 'isv.BIND_CONFLICT',
    });
  });

  test('requests beyond the flow are refused', async () => {
    await stop();
    await start(3);
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, () => call('QuerySubsId', { PoolKey: 'FC-AXB', PhoneNoX: '17000000001' })),
    );
    const codes = outcomes.flatMap((each) =>
      each.status === 'rejected' ? [(each.reason as { code: string }).code] : [],
    );
    expect(new Set(codes)).toEqual(new Set(['isv.FLOW_LIMIT']));
  });
});

describe('signatures of dypls', () => {
  test.each([
    ['a wrong secret', { ...accountKeys, accessKeySecret: 'wrong' }, 'SignatureDoesNotMatch'],
    ['an unknown id', { ...accountKeys, accessKeyId: 'LTAInobody' }, 'InvalidAccessKeyId.NotFound'],
  ])('%s is refused', async (_case, keys, code) => {
    await expect(call('QuerySubsId', { PoolKey: 'FC-AXB', PhoneNoX: '1' }, keys)).rejects.toMatchObject({
      code,
    });
  });

  test('a GET is refused, for it would put phone numbers into addresses', async () => {
    await expect(
      call('QuerySubsId', { PoolKey: 'FC-AXB', PhoneNoX: '1' }, accountKeys, 'GET'),
    ).rejects.toMatchObject({
      code: 'UnsupportedHTTPMethod',
    });
  });

  test.each([
    ['late', '2022-12-20T00:00:00Z', 'InvalidTimeStamp.Expired'],
    ['of another form', '2022-12-20 00:00:00', 'InvalidTimeStamp.Format'],
  ])('a request that is %s is refused', async (_case, Timestamp, code) => {
    await expect(call('QuerySubsId', { PoolKey: 'FC-AXB', PhoneNoX: '1', Timestamp })).rejects.toMatchObject({
      code,
    });
  });

  test('a nonce serves once', async () => {
    const query = () =>
      call('QuerySubsId', { PoolKey: 'FC-AXB', PhoneNoX: '17000000001', SignatureNonce: 'once' });
    await expect(query()).resolves.toMatchObject({ Code: 'OK' });
    await expect(query()).rejects.toMatchObject({ code: 'SignatureNonceUsed' });
  });

  test('a recorded request is refused when it is played again, whatever its headers say, and binds nothing', async () => {
    await bindAxb();
    const body = recorded.body.toString();
    const play = async (headers: Record<string, string>, sent = body) => {
      const answer = await fetch(server.origin, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
        body: sent,
      });
      return ((await answer.json()) as Answer).Code;
    };
    for (const name of ['x-more', 'user-agent', 'x-acs-trace'])
      expect(await play({ [name]: 'another' })).toBe('SignatureNonceUsed');
    expect(await play({})).toBe('SignatureNonceUsed');
    expect(await play({}, body.replace(/SignatureNonce=[^&]*/, 'SignatureNonce=new'))).toBe(
      'SignatureDoesNotMatch',
    );
    clockOffsetMs = 15 * 60_000 + 2_000;
    expect(await play({})).toBe('InvalidTimeStamp.Expired');
    expect(subscriptions.all()).toHaveLength(1);
  });

  test('an unsigned request is refused', async () => {
    const body = new URLSearchParams({ Action: 'QuerySubsId', PoolKey: 'FC-AXB' });
    const answer = await fetch(`${server.origin}/`, { method: 'POST', body });
    expect(answer.status).toBe(400);
    await expect(answer.json()).resolves.toMatchObject({ Code: 'MissingParameter' });
  });

  test('values with every special character verify', async () => {
    const OutId = "a b+c/d=e&f%g!h'i(j)k*l~m-n_o.药";
    await bindAxb(A, B, { OutId });
    expect(subscriptions.all()).toMatchObject([{ outId: OutId }]);
  });
});

describe('what dypls keeps', () => {
  test('bindings outlive the process, and ids are never given twice', async () => {
    const first = (await bindAxb(A, B)).SecretBindDTO;
    const second = (await bindAxb(C, D)).SecretBindDTO;
    await unbind(second);
    await stop();
    await start();
    expect(subscriptions.all()).toMatchObject([{ subsId: first.SubsId, a: A, b: B }]);
    await expect(bindAxb(A, C, { PhoneNoX: first.SecretNo })).rejects.toMatchObject({
      code: 'isv.BIND_CONFLICT',
    });
    const third = (await bindAxb(C, D)).SecretBindDTO;
    expect(third.SubsId > second.SubsId).toBe(true);
  });

  test('a last entry cut short by a crash was never answered and is left out', async () => {
    await bindAxb(A, B);
    await bindAxb(C, D);
    await stop();
    const whole = readFileSync(file());
    writeFileSync(file(), whole.subarray(0, whole.length - 9));
    await start();
    expect(subscriptions.all()).toMatchObject([{ a: A }]);
  });

  test('a damaged file is named in a sentence', async () => {
    await bindAxb(A, B);
    await stop();
    writeFileSync(file(), `not json\n${readFileSync(file(), 'utf8')}`);
    expect(() => openSubscriptions({ file: file(), pools: pools, now })).toThrow(
      /bindings\.jsonl is damaged at line 1/,
    );
    writeFileSync(file(), '');
    await start();
  });

  test('an answer that is lost leaves the binding made; a line that is down leaves none', async () => {
    server.faults.add({ kind: 'lost', action: 'BindAxb', times: 1 });
    await expect(bindAxb(A, B)).rejects.toThrow();
    server.faults.add({ kind: 'down', action: 'BindAxb', times: 1 });
    await expect(bindAxb(C, D)).rejects.toThrow();
    const { bindings } = (await (await fetch(`${server.origin}/bindings`)).json()) as {
      bindings: { a: string }[];
    };
    expect(bindings.map(({ a }) => a)).toEqual([A]);
  });
});

test.each(['2022-12-20 00:00:00', '2024-02-29 23:59:59'])('the time %s is read and written alike', (text) => {
  expect(chinaSeconds(chinaSecondsMs(text) ?? 0)).toBe(text);
});
