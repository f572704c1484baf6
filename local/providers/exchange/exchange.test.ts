import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHttpServer, type HttpServer } from 'cloudbase-local';
import { startProviders, type Providers } from '../providers';
import type { PoolMode } from '../dypls/binding';

const [SEEKER, DONOR, STRANGER] = ['demo-li-jing', 'demo-wang-laoshi', 'somebody-else'];
const people = [
  { openid: SEEKER, name: '李静' },
  { openid: DONOR, name: '王建国' },
];
const hourMs = 3_600_000;

let dataDir: string;
let clockOffsetMs: number;
let providers: Providers;
let server: HttpServer;
let origin: string;
const now = () => Date.now() + clockOffsetMs;

async function start(poolMode: PoolMode = 'axb', ringSeconds = 30): Promise<void> {
  providers = await startProviders({
    dataDir,
    people,
    now,
    poolMode,
    ringSeconds,
    poolNumbers: 3,
    log: () => undefined,
  });
  server = await startHttpServer(0, () => undefined);
  server.serve([providers.wechat.handle, providers.handleExchange]);
  origin = `http://127.0.0.1:${server.port}`;
}
async function stop(): Promise<void> {
  await server.close();
  await providers.close();
}
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'exchange-'));
  clockOffsetMs = 0;
  return start();
});
afterEach(async () => {
  await stop();
  rmSync(dataDir, { recursive: true });
});

/** Makes a binding as the product would, and returns the number to dial. */
function bind(more: Partial<Parameters<Providers['subscriptions']['bind']>[0]> = {}) {
  const { env, register, subscriptions } = providers;
  return subscriptions.bind({
    poolKey: env.DYPLS_POOL_KEY ?? '',
    mode: 'axb',
    a: register.phoneOf(SEEKER),
    b: register.phoneOf(DONOR),
    expiresAtMs: now() + hourMs,
    outId: 'grant-1',
    outOrderId: null,
    recording: false,
    callRestrict: null,
    callTimeoutSeconds: null,
    ...more,
  });
}

type Reply = { status: number; body: Record<string, string> };
async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Reply> {
  const answer = await fetch(`${origin}/exchange/${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers,
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}
const dial = (person: string, number: string, extension?: string) =>
  post('dial', { person, number, extension });

/** The events that a phone's page has received. */
async function listen(
  person: string,
): Promise<{ next(): Promise<{ event: string; data: Record<string, unknown> }> }> {
  const answer = await fetch(`${origin}/wechat/events?person=${person}`);
  expect(answer.headers.get('content-type')).toMatch('text/event-stream');
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  return {
    async next() {
      for (;;) {
        const end = heard.indexOf('\n\n');
        if (end >= 0) {
          const block = heard.slice(0, end);
          heard = heard.slice(end + 2);
          const match = /^event: (.*)\ndata: (.*)$/m.exec(block);
          if (match)
            return { event: match[1] ?? '', data: JSON.parse(match[2] ?? '') as Record<string, unknown> };
          continue;
        }
        const { value, done } = (await reader?.read()) ?? { done: true, value: undefined };
        if (done) throw new Error('the stream has ended');
        heard += value ?? '';
      }
    },
  };
}

describe('a call through a masked number', () => {
  test('rings on the other phone, is answered, connects them and ends on both', async () => {
    const { x } = bind();
    const [seeker, donor] = [await listen(SEEKER), await listen(DONOR)];
    const { body: dialled } = await dial(SEEKER, x);
    expect(dialled).toMatchObject({ state: 'dialling', shows: x });
    const { callId = '' } = dialled;
    expect(await donor.next()).toEqual({ event: 'call', data: { callId, shows: x, state: 'ringing' } });
    expect(await seeker.next()).toEqual({ event: 'call', data: { callId, shows: x, state: 'dialling' } });
    await post('answer', { person: DONOR, callId });
    expect((await donor.next()).data).toMatchObject({ state: 'talking' });
    expect((await seeker.next()).data).toMatchObject({ state: 'talking' });
    clockOffsetMs = 61_000;
    await post('hang-up', { person: SEEKER, callId });
    const ended = { state: 'ended', reason: 'hung-up', shows: x };
    expect((await donor.next()).data).toMatchObject(ended);
    const seconds = (await seeker.next()).data.seconds;
    expect(seconds).toBeGreaterThanOrEqual(61);
    expect(providers.exchange.records()).toMatchObject([
      { outId: 'grant-1', caller: 'A', secretNo: x, seconds, reason: 'hung-up' },
    ]);
    expect(readFileSync(join(dataDir, 'providers/calls.jsonl'), 'utf8')).toContain(callId);
  });

  test('works in both directions, and a page that opens late still rings', async () => {
    const { x } = bind();
    await dial(DONOR, x);
    expect((await (await listen(SEEKER)).next()).data).toMatchObject({ state: 'ringing', shows: x });
  });

  test('shows no real phone number', async () => {
    const { x } = bind();
    const donor = await listen(DONOR);
    const said = JSON.stringify([
      (await dial(SEEKER, x)).body,
      await donor.next(),
      providers.exchange.records(),
    ]);
    for (const openid of [SEEKER, DONOR]) expect(said).not.toContain(providers.register.phoneOf(openid));
  });

  test('sounds busy to the caller when declined, and counts no talk time when abandoned', async () => {
    const { x } = bind();
    const seeker = await listen(SEEKER);
    const first = (await dial(SEEKER, x)).body.callId;
    await seeker.next();
    await post('hang-up', { person: DONOR, callId: first });
    expect((await seeker.next()).data).toMatchObject({
      reason: 'declined',
      announcement: '您拨打的用户正忙，请稍后再拨。',
    });
    const second = (await dial(SEEKER, x)).body.callId;
    await post('hang-up', { person: SEEKER, callId: second });
    expect(providers.exchange.records().map(({ reason, seconds }) => [reason, seconds])).toEqual([
      ['declined', 0],
      ['cancelled', 0],
    ]);
  });

  test('ends with an announcement when it has rung for the full time', async () => {
    await stop();
    await start('axb', 0.05);
    const { x } = bind();
    const seeker = await listen(SEEKER);
    await dial(SEEKER, x);
    await seeker.next();
    expect((await seeker.next()).data).toMatchObject({
      reason: 'no-answer',
      announcement: expect.stringContaining('无人接听'),
    });
  });

  test('a phone in a call is busy', async () => {
    const { x } = bind();
    await dial(SEEKER, x);
    expect((await dial(DONOR, x)).body.announcement).toContain('正忙');
  });

  test('is answered only on the phone that rings', async () => {
    const { x } = bind();
    const { callId } = (await dial(SEEKER, x)).body;
    for (const person of [SEEKER, STRANGER])
      expect((await post('answer', { person, callId })).status).toBe(409);
    expect((await post('hang-up', { person: STRANGER, callId })).status).toBe(409);
    expect((await post('answer', { person: DONOR, callId })).status).toBe(200);
    expect((await post('answer', { person: DONOR, callId })).status).toBe(409);
  });
});

describe('the carrier’s announcement is all that is heard', () => {
  test('from a phone that is not in the pair', async () => {
    expect((await dial(STRANGER, bind().x)).body).toEqual({
      announcement: '您拨打的号码暂时无法接通，请稍后再拨。',
    });
  });

  test('after the binding has run out, or was undone', async () => {
    const { x } = bind();
    clockOffsetMs = hourMs;
    expect((await dial(SEEKER, x)).body.announcement).toContain('无法接通');
    const again = bind();
    providers.subscriptions.unbind(again.poolKey, again.x, again.subsId);
    expect((await dial(SEEKER, again.x)).body.announcement).toContain('无法接通');
  });

  test('for a number that is not in use', async () => {
    expect((await dial(SEEKER, '19999999999')).body.announcement).toContain('空号');
  });

  test('for the side that may not call', async () => {
    const { x } = bind({ callRestrict: 'CONTROL_BX_DISABLE' });
    expect((await dial(DONOR, x)).body.announcement).toContain('权限');
    expect((await dial(SEEKER, x)).body.state).toBe('dialling');
  });
});

test('a number with an extension is dialled from any phone, and back', async () => {
  await stop();
  await start('extension');
  const { x, extension } = bind({
    mode: 'extension',
    a: providers.register.phoneOf(DONOR),
    b: providers.register.phoneOf(SEEKER),
  });
  expect((await dial(STRANGER, x)).body.announcement).toContain('分机号');
  expect((await dial(STRANGER, x, '999')).body.announcement).toContain('分机号');
  const donor = await listen(DONOR);
  const { callId } = (await dial(STRANGER, x, extension ?? '')).body;
  expect((await donor.next()).data).toMatchObject({ callId, state: 'ringing', shows: x });
  await post('hang-up', { person: DONOR, callId });
  expect(await (await dial(DONOR, x)).body.state).toBe('dialling');
  expect((await (await listen(SEEKER)).next()).data).toMatchObject({ state: 'ringing' });
});

describe('what a phone may ask for', () => {
  test('its own identity card', async () => {
    const card = await (await fetch(`${origin}/exchange/identity-card?person=${SEEKER}`)).json();
    expect(card).toEqual({ name: '李静', idNumber: providers.register.cardOf(SEEKER).idNumber });
  });

  test.each<[string, unknown, number]>([
    ['dial', { person: SEEKER }, 400],
    ['dial', { person: '../x', number: '1' }, 400],
    ['dial', 'text', 400],
    ['answer', { person: SEEKER, callId: 'none' }, 409],
    ['constructor', { person: SEEKER }, 404],
  ])('%s with %j is answered with %d', async (path, body, status) => {
    expect((await post(path, body)).status).toBe(status);
  });

  test('pages of other sites may ask nothing', async () => {
    expect(
      (await post('dial', { person: SEEKER, number: '1' }, { origin: 'http://evil.example' })).status,
    ).toBe(403);
  });
});

test('keys and bindings are the same after a restart', async () => {
  const { x } = bind();
  const { numbers, env } = providers;
  await stop();
  await start();
  expect(providers).toMatchObject({ numbers, env: { TENCENT_SECRET_KEY: env.TENCENT_SECRET_KEY } });
  expect((await dial(SEEKER, x)).body.state).toBe('dialling');
});
