import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Phone } from '../browser';
import { gallery } from './preview-server';
import { usePreview } from './use-preview';

const preview = usePreview(gallery);
let phone: Phone;
/** Answers nothing until a test does. */
let silent: Server;
let answers: (() => void)[];
let port: number;

beforeEach(async () => {
  answers = [];
  silent = createServer((_request, response) => {
    const header = { 'access-control-allow-origin': '*', 'content-type': 'application/json' };
    answers.push(() => response.writeHead(200, header).end('{"is":"there"}'));
  });
  await new Promise<void>((listening) => silent.listen(0, listening));
  port = (silent.address() as AddressInfo).port;
  phone = await preview.open();
});
afterEach(async () => {
  silent.closeAllConnections();
  await new Promise((closed) => silent.close(closed));
});

/** Starts requests; `ends` has the `errMsg` of each that is over. A browser opens six connections to one name, so there are two. */
const start = (count: number): Promise<void> =>
  phone.page.evaluate(`
    ends = Array(${count}).fill('');
    tasks = Array.from({ length: ${count} }, (_, n) => wx.request({
      url: 'http://' + ['127.0.0.1', 'localhost'][n % 2] + ':${port}/' + n,
      complete: ({ errMsg }) => { ends[n] = errMsg; },
    }));
    undefined`);

const ends = () => phone.page.evaluate<string[]>('ends');

async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  while (!(await condition())) await new Promise((later) => setTimeout(later, 20));
}

test('ten requests run at once, and the others wait for their turn', async () => {
  await start(12);
  await until(() => answers.length === 10);
  await phone.page.evaluate('new Promise((later) => setTimeout(later, 200))');
  expect(answers).toHaveLength(10);
  answers[0]?.();
  await until(() => answers.length === 11);
  for (const answer of answers.slice(1)) answer();
  await until(() => answers.length === 12);
  answers.at(-1)?.();
  await until(async () => (await ends()).filter((end) => end === 'request:ok').length === 12);
});

test('a request ends when it is aborted, also one that still waits, and gives up its turn', async () => {
  await start(12);
  await until(() => answers.length === 10);
  await phone.page.evaluate('tasks[10].abort()');
  await until(async () => (await ends())[10] !== '');
  await phone.page.evaluate('tasks[3].abort()');
  await until(() => answers.length === 11);
  const over = await ends();
  expect([over[3], over[10], over[11]]).toEqual(['request:fail abort', 'request:fail abort', '']);
});

test('a request without an answer in time, and one without an address, fail in the words of a phone', async () => {
  const ended = (options: string) =>
    phone.page.evaluate(`wx.request(${options}).catch(({ errMsg }) => errMsg)`);
  expect(await ended(`{ url: 'http://127.0.0.1:${port}/', timeout: 50 }`)).toBe('request:fail timeout');
  expect(await ended("{ url: '/nowhere' }")).toBe('request:fail invalid url "/nowhere"');
});
