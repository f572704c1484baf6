import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Asked, sendDirectly } from './direct-requests';

/** The SDK's own sender. */
type Send = (
  options: object,
  done: (error: (Error & { code?: string }) | null, response?: unknown, body?: unknown) => void,
) => unknown;
const { request: sdkRequest } = jest.requireActual<{ request: Send }>(
  '@cloudbase/node-sdk/dist/utils/request-core',
);

const usual = http.request;
afterEach(() => (http.request = usual));

const headers = { 'User-Agent': 'tcb-node-sdk/3', 'X-TCB-Source': 'wx_client,scf' };

const send = (url: string, more: object = {}) =>
  new Promise<unknown>((resolve, reject) =>
    sdkRequest(
      {
        url,
        method: 'post',
        headers,
        body: { action: 'a' },
        json: true,
        timeout: 1000,
        keepalive: true,
        ...more,
      },
      (error, _response, body) => (error ? reject(error) : resolve(body)),
    ),
  );

/** A gateway whose answers are given one after another; what it was asked is listed. */
function gatewayOf(...answers: (string | null)[]) {
  const asked: Asked[] = [];
  sendDirectly('http://127.0.0.1:9/admin', (request, answered) => {
    asked.push(request);
    const json = answers.shift();
    if (json !== undefined) setImmediate(() => answered(json));
  });
  return asked;
}

test('a request of the SDK arrives with its body and source, and its answer is parsed', async () => {
  const asked = gatewayOf('{"data":{"name":"退烧药"}}');
  await expect(send('http://127.0.0.1:9/admin?seqId=1')).resolves.toEqual({ data: { name: '退烧药' } });
  expect(asked).toEqual([{ body: '{"action":"a"}', source: 'wx_client,scf' }]);
});

test('a connection that a fault drops is an error, and one that was kept is tried again, as over HTTP', async () => {
  const asked = gatewayOf(null, '{"n":1}', null, '{"n":2}');
  await expect(send('http://127.0.0.1:9/admin')).rejects.toMatchObject({ code: 'ECONNRESET' });
  await expect(send('http://127.0.0.1:9/admin')).resolves.toEqual({ n: 1 });
  await expect(send('http://127.0.0.1:9/admin', { times: 1 })).resolves.toEqual({ n: 2 });
  expect(asked).toHaveLength(4);
});

test('an answer that does not come is the time-out of a connection that was made', async () => {
  gatewayOf();
  await expect(send('http://127.0.0.1:9/admin', { timeout: 5 })).rejects.toMatchObject({
    code: 'ESOCKETTIMEDOUT',
  });
});

test('other addresses and other programs take the connection', async () => {
  const server = http.createServer((_request, response) => response.end('{"over":"http"}'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const asked: Asked[] = [];
  sendDirectly(`${url}/admin`, (request) => asked.push(request));
  try {
    await expect(send(`${url}/elsewhere`)).resolves.toEqual({ over: 'http' });
    await expect(send(`${url}/admin`, { headers: {} })).resolves.toEqual({ over: 'http' });
    expect(asked).toEqual([]);
  } finally {
    server.closeAllConnections();
    server.close();
  }
});
