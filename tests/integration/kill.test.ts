import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CallResponse } from '../../cloudfunctions/shared/contract/call';
import type { OpenedPost } from '../../cloudfunctions/shared/contract/post';
import { people } from '../../local/seed/people';
import { output } from './product';

const root = join(__dirname, '../..');
const rounds = Number(process.env.KILL_ROUNDS ?? 3);
const members = people.filter((person) => person.verified).map((person) => person.openid);

/** The product as a user starts it, in a process that can be killed. */
interface Running {
  process: ChildProcess;
  origin: string;
}

let dataDir: string;
let running: Running | undefined;
beforeAll(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'killed-'));
});
afterAll(() => {
  running?.process.kill('SIGKILL');
  rmSync(dataDir, { recursive: true, force: true });
});

function start(): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', join(root, 'local/start.ts')], {
    cwd: root,
    env: { ...process.env, PORT: '0', GATEWAY_PORT: '0', DATA_DIR: dataDir, SEED_POSTS: '100' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code} before it was ready`)));
    child.stdout.on('data', (chunk: Buffer) => {
      const origin = /^ready (http:\/\/\S+?)\/? /m.exec(chunk.toString())?.[1];
      if (origin) resolve({ process: child, origin });
    });
  });
}

async function call(
  origin: string,
  openid: string,
  name: string,
  input: unknown,
): Promise<CallResponse<unknown>> {
  const answer = await fetch(`${origin}/functions/posts`, {
    method: 'POST',
    headers: { 'x-wx-openid': openid },
    body: JSON.stringify({ call: name, input }),
  });
  const { result } = (await answer.json()) as { result?: CallResponse<unknown> };
  if (!result) throw new Error('no result');
  return result;
}

/** The product's acknowledgements to a member: post id → the latest status. */
type Acknowledged = Map<string, { openid: string; status: OpenedPost['status'] }>;

/** Publishes and withdraws without pause until the connection breaks. */
async function publishUntilKilled(origin: string, openid: string, told: Acknowledged): Promise<void> {
  for (let turn = 0; ; turn += 1) {
    const draft = turn % 2 === 0 ? aDraft('need') : aDraft('spare');
    const published = await call(origin, openid, 'publish', draft).catch(() => null);
    if (!published) return;
    if (!published.ok) {
      expect(published.error.code).toMatch(/^(too-many-open-posts|busy)$/);
      continue;
    }
    const { id } = published.output as OpenedPost;
    told.set(id, { openid, status: 'published' });
    if (turn % 3 === 0) continue;
    told.delete(id); // Until the answer the post may be in either state.
    const withdrawn = await call(origin, openid, 'withdraw', { id }).catch(() => null);
    if (!withdrawn) return;
    if (withdrawn.ok) told.set(id, { openid, status: 'withdrawn' });
  }
}

test('after kill -9 no acknowledged post is missing, and none is half written', async () => {
  const told: Acknowledged = new Map();
  for (let round = 0; round < rounds; round += 1) {
    running = await start();
    const { origin, process: child } = running;
    const publishing = members.map((openid) => publishUntilKilled(origin, openid, told));
    const enough = told.size + 5 + Math.floor(Math.random() * 15);
    while (told.size < enough) await new Promise((resolve) => setTimeout(resolve, 20 * Math.random()));
    child.removeAllListeners('exit');
    child.kill('SIGKILL');
    await Promise.all(publishing);
  }
  expect(told.size).toBeGreaterThan(rounds);

  running = await start();
  const { origin } = running;
  for (const [id, { openid, status }] of told) {
    const read = output(await call(origin, openid, 'read', { id })) as OpenedPost;
    expect([id, read.status]).toEqual([id, status]);
  }
  // Everything that survived is complete, because the contract checks every field of an answer.
  for (const openid of members) expect(await call(origin, openid, 'mine', {})).toMatchObject({ ok: true });
}, 300_000);
