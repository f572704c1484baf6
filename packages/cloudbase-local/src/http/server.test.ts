import { request } from 'node:http';
import { startHttpServer, type HttpServer } from './server';

let server: HttpServer;
beforeAll(async () => {
  server = await startHttpServer(0, () => undefined);
  server.serve([
    (_request, response) => {
      response.end('a page');
      return Promise.resolve(true);
    },
  ]);
});
afterAll(() => server.close());

/** Uses a raw request, because `fetch` normalises the address and sets the host itself. */
function statusOf(
  path: string,
  host = `127.0.0.1:${server.port}`,
  more: Record<string, string> = {},
): Promise<number> {
  return new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port: server.port, path, headers: { host, ...more } }, (incoming) => {
      incoming.resume();
      resolve(incoming.statusCode ?? 0);
    })
      .on('error', reject)
      .end();
  });
}

test.each(['//', '/functions/%zz', '/preview/%zz', '/%00'])('the address %s is refused', async (path) => {
  expect(await statusOf(path)).toBe(400);
});

test.each(['/', '/preview/app.js', '/healthz'])(
  '%s is answered under names of this machine only',
  async (path) => {
    expect(await statusOf(path)).toBe(200);
    expect(await statusOf(path, 'localhost:8080')).toBe(200);
    expect(await statusOf(path, 'evil.example:8080')).toBe(403);
    expect(await statusOf(path, '192.168.1.5:8080')).toBe(403);
  },
);

test('another protocol is accepted only where a handler takes it over', async () => {
  const asked: string[] = [];
  server.serve([], ({ url = '' }, socket) => {
    if (url !== '/talk') return false;
    asked.push(url);
    socket.once('finish', () => socket.destroy());
    socket.end('HTTP/1.1 418 Taken\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    return true;
  });
  const upgrade = { connection: 'Upgrade', upgrade: 'websocket' };
  expect([await statusOf('/talk', undefined, upgrade), await statusOf('/other', undefined, upgrade)]).toEqual(
    [418, 404],
  );
  expect(await statusOf('/%zz', undefined, upgrade)).toBe(400);
  expect(asked).toEqual(['/talk']);
});
