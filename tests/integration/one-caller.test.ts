import { request } from 'node:http';
import { startHttpServer, type HttpServer } from 'cloudbase-local';
import { callsPerSecond } from '../../cloudfunctions/shared/contract/budgets';
import { yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { startProduct, type Product } from './product';

const floodConnections = 700;

let product: Product;
let server: HttpServer;
beforeAll(async () => {
  product = await startProduct({ maxInstances: 1, maxWaiting: 200, callsPerSecond });
  server = await startHttpServer(0, () => undefined);
  server.serve([product.cloud.endpoint]);
});
afterAll(async () => {
  await server.close();
  await product.close();
});

interface Answer {
  result?: { ok: boolean };
  errCode?: number;
}

const data = JSON.stringify({ call: 'nearby', input: { board: 'need', place: yuelu } });

function search(openid: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const options = { method: 'POST', agent: false, headers: { 'x-wx-openid': openid } } as const;
    const sent = request(`http://127.0.0.1:${server.port}/functions/search`, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as Answer));
    });
    sent.on('error', reject);
    sent.end(data);
  });
}

/** `npm run bench:one-caller` measures the same for longer. */
test('one caller with 700 connections at once takes no waiting place from others', async () => {
  const flood = Promise.all(Array.from({ length: floodConnections }, () => search('flood')));
  const visitors = await Promise.all(Array.from({ length: 60 }, (_, i) => search(`visitor-${i}`)));
  expect(visitors.filter(({ result }) => result?.ok)).toHaveLength(60);
  const refused = (await flood).filter(({ errCode }) => errCode === -501003);
  // The connections arrive within a few seconds, and each second admits some.
  expect(refused.length).toBeGreaterThan(floodConnections / 2);
});
