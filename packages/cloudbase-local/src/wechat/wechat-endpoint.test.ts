import { startHttpServer, type HttpServer } from '../http/server';
import { inventPhone } from './invented-phone';
import { createWechat, type Wechat } from './wechat';

let wechat: Wechat;
let server: HttpServer;
beforeAll(async () => {
  wechat = createWechat();
  server = await startHttpServer(0, () => undefined);
  server.serve([wechat.handle]);
});
afterAll(async () => {
  wechat.close();
  await server.close();
});

const invocation = {
  requestId: 'r',
  rootRequestId: 'r',
  functionName: 'f',
  token: 't',
  caller: { openid: 'anna', source: 'wx_client' },
};

async function post(path: string, body: unknown, headers: Record<string, string> = {}) {
  const url = `http://127.0.0.1:${server.port}/wechat/${path}`;
  const answer = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

test('a phone gets a code and a cloud id for its own number', async () => {
  const { code, cloudID } = (await post('phone-code', { person: 'anna' })).body;
  const phoneNumber = inventPhone('anna');
  await expect(wechat.openApi('phonenumber.getPhoneNumber', { code }, invocation)).resolves.toMatchObject({
    phone_info: { phoneNumber },
  });
  await expect(wechat.openData(String(cloudID))).resolves.toMatchObject({ phoneNumber });
});

test('a message that the person accepted reaches the phone as an event', async () => {
  const events = await fetch(`http://127.0.0.1:${server.port}/wechat/events?person=anna`);
  expect(events.headers.get('content-type')).toMatch('text/event-stream');
  expect((await post('accept-messages', { person: 'anna', templateIds: ['T1'] })).body).toEqual({});
  const data = { thing1: { value: '书到了' } };
  await wechat.openApi('subscribeMessage.send', { touser: 'anna', template_id: 'T1', data }, invocation);
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  let received = '';
  while (!received.includes('event: message')) received += (await reader?.read())?.value ?? '';
  expect(JSON.parse(/^data: (.*)$/m.exec(received)?.[1] ?? '')).toEqual({
    templateId: 'T1',
    page: null,
    data,
  });
});

test.each<[string, unknown, number]>([
  ['phone-code', { person: '../x' }, 400],
  ['phone-code', 'text', 400],
  ['phone-code', { person: 'anna', more: 'x'.repeat(20_000) }, 413],
  ['accept-messages', { person: 'anna', templateIds: [1] }, 400],
  ['constructor', { person: 'anna' }, 404],
  ['dial', { person: 'anna', number: '1' }, 404],
])('%s with %j is answered with %d', async (path, body, status) => {
  expect((await post(path, body)).status).toBe(status);
});

test('pages of other sites get no code', async () => {
  const answer = await post('phone-code', { person: 'anna' }, { origin: 'http://evil.example' });
  expect(answer.status).toBe(403);
});
