/** `npm run bench:one-caller`: whether everybody else is served while one caller calls without pause. */
import { execFile } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs, promisify } from 'node:util';
import { startHttpServer } from 'cloudbase-local';
import { startProduct } from '../tests/integration/product';
import { nowMs } from '../packages/sqlite-document-database/bench/fixtures/posts';
import { percentile } from '../packages/sqlite-document-database/bench/measure/percentile';
import { callsPerSecond } from '../cloudfunctions/shared/contract/budgets';
import { benchPosts } from './data/posts';

const help = `npm run bench:one-caller -- [options]

Visitors come at a steady pace, each an own caller who loads a page of a board and opens its first post, through HTTP and
the real functions of a local cloud, whose gateway limits each caller's calls of a function a second, as the deployment asks the
console to; another process floods the boards as one caller. Prints errors and times of the visitors.

  --posts N         how many posts there are (default 20000)
  --visits N        visits a second (default 30)
  --connections N   of the one caller (default 700)
  --seconds N       for how long (default 20)
  --help            this text
`;

interface Visits {
  boardMs: number[];
  errors: Map<string, number>;
}

const agent = new Agent({ keepAlive: true });

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: '20000' },
      visits: { type: 'string', default: '30' },
      connections: { type: 'string', default: '700' },
      seconds: { type: 'string', default: '20' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return void process.stdout.write(help);
  const product = await startProduct({ nowMs, callsPerSecond });
  const server = await startHttpServer(0, () => undefined);
  server.serve([product.cloud.endpoint]);
  const origin = `http://127.0.0.1:${server.port}`;
  const [perSecond, seconds] = [Number(values.visits), Number(values.seconds)];
  try {
    await product.cloud.database.bulkLoad('posts', benchPosts(Number(values.posts)));
    await product.cloud.warmUp();
    print('alone', await visit(origin, 'early', perSecond, Math.min(seconds, 10)));
    const flooding = flood(origin, values.connections, values.seconds);
    print(
      `beside one caller with ${values.connections} connections`,
      await visit(origin, 'late', perSecond, seconds),
    );
    console.log(`the one caller: ${await flooding}`);
  } finally {
    agent.destroy();
    await server.close();
    await product.close();
  }
}

async function flood(origin: string, connections: string, seconds: string): Promise<string> {
  const script = join(process.cwd(), 'bench/one-caller/flood.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, origin, connections, seconds]);
  return stdout.trim();
}

async function visit(origin: string, name: string, perSecond: number, seconds: number): Promise<Visits> {
  const visits: Visits = { boardMs: [], errors: new Map() };
  const under: Promise<void>[] = [];
  const startedMs = performance.now();
  for (let at = 0; at < perSecond * seconds; at += 1) {
    await sleep(Math.max(0, startedMs + (at * 1000) / perSecond - performance.now()));
    under.push(visitOnce(origin, `${name}-${at}`, visits));
  }
  await Promise.all(under);
  return visits;
}

async function visitOnce(origin: string, openid: string, visits: Visits): Promise<void> {
  const startedMs = performance.now();
  const place = { point: [116.4 + Math.random() / 5, 39.85 + Math.random() / 5], adcode: '110105' };
  const page = await call(origin, openid, 'search', { call: 'nearby', input: { board: 'need', place } });
  visits.boardMs.push(performance.now() - startedMs);
  note(visits, page);
  const [post] = page.result?.output?.posts ?? [];
  if (post) note(visits, await call(origin, openid, 'posts', { call: 'read', input: { id: post.id } }));
}

interface Answer {
  result?: { ok: boolean; output?: { posts?: { id: string }[] }; error?: { code: string } };
  errMsg?: string;
}

function note({ errors }: Visits, { result, errMsg }: Answer): void {
  if (result?.ok) return;
  const error = result?.error?.code ?? errMsg ?? 'no answer';
  errors.set(error, (errors.get(error) ?? 0) + 1);
}

function call(origin: string, openid: string, name: string, data: object): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = request(
      `${origin}/functions/${name}`,
      { agent, method: 'POST', headers: { 'x-wx-openid': openid } },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString()) as Answer));
      },
    );
    sent.on('error', (error) =>
      sent.reusedSocket ? resolve(call(origin, openid, name, data)) : reject(error),
    );
    sent.end(JSON.stringify(data));
  });
}

function print(title: string, { boardMs, errors }: Visits): void {
  const at = (fraction: number): string => percentile(boardMs, fraction).toFixed(0);
  const failed = [...errors.values()].reduce((sum, count) => sum + count, 0);
  console.log(
    `${title}: ${boardMs.length} visits, board p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, ${failed} errors`,
  );
  for (const [error, count] of errors) console.log(`  ${count} × ${error}`);
}

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
