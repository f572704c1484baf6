import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

jest.setTimeout(180_000);

const root = join(__dirname, '../..');

let dir: string;
let started: ChildProcess[];
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'start-'));
  started = [];
});
afterEach(() => {
  for (const child of started)
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL');
  rmSync(dir, { recursive: true, force: true });
});

interface Run {
  child: ChildProcess;
  /** The text on stdout so far. */
  stdout(): string;
  stderr(): string;
  /** The first whole line on stdout. Rejects when the program ends before. */
  ready: Promise<string>;
  exitCode: Promise<number | null>;
}

/** `npm start` without npm. */
const start = (environment: Record<string, string>, args: string[] = []): Run =>
  run([process.execPath, '--import', 'tsx', 'local/start.ts', ...args], environment);

function run([command = '', ...args]: string[], environment: Record<string, string>): Run {
  const child = spawn(command, args, {
    cwd: root,
    env: { ...process.env, PORT: '0', SEED_POSTS: '40', DATA_DIR: join(dir, 'data'), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  let stdout = '';
  let stderr = '';
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
  const exitCode = new Promise<number | null>((resolve) => child.on('close', resolve));
  const ready = new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString();
      if (stdout.includes('\n')) resolve(stdout.split('\n')[0] ?? '');
    });
    void exitCode.then(() => reject(new Error(`it ended before it was ready: ${stderr}`)));
  });
  ready.catch(() => undefined);
  return { child, ready, exitCode, stdout: () => stdout, stderr: () => stderr };
}

const ready = /^ready (http:\/\/127\.0\.0\.1:\d+)\/ gateway (http:\/\/127\.0\.0\.1:\d+)\/admin$/;

function addresses(line: string): { product: string; gateway: string } {
  const [, product, gateway] = ready.exec(line) ?? [];
  if (product === undefined || gateway === undefined)
    throw new Error(`not the line that was promised: ${line}`);
  return { product, gateway };
}

/** Whether the port refuses connections. */
async function refuses(origin: string): Promise<boolean> {
  try {
    await fetch(origin);
    return false;
  } catch {
    return true;
  }
}

/** Overwrites every file of a folder with bytes that no database begins with. */
function spoil(folder: string): void {
  for (const file of readdirSync(folder, { withFileTypes: true })) {
    if (file.isFile()) writeFileSync(join(folder, file.name), 'spoilt '.repeat(1000));
  }
}

async function takenPort(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, server };
}

/** The last line on stderr of a start that refuses. */
async function failure(environment: Record<string, string>, args: string[] = []): Promise<string> {
  const run = start(environment, args);
  expect(await run.exitCode).toBe(1);
  expect(run.stdout()).toBe('');
  const lines = run.stderr().trim().split('\n');
  expect(lines.filter((line) => /^\s+at |Error:/.test(line))).toEqual([]);
  return lines.at(-1) ?? '';
}

describe('npm start', () => {
  test('prints one line when it is ready, serves what the line names, owns its folder, and Ctrl-C ends all of it', async () => {
    const run = start({});
    const { product, gateway } = addresses(await run.ready);

    const health = await fetch(`${product}/healthz`);
    expect([health.status, await health.json()]).toEqual([
      200,
      expect.objectContaining({ status: 'ok', gateway: `${gateway}/admin` }),
    ]);
    const call = await fetch(`${product}/functions/search`, {
      method: 'POST',
      body: '{"call":"campaign","input":{}}',
    });
    expect(await call.json()).toMatchObject({ errMsg: 'cloud.callFunction:ok', result: { ok: true } });
    expect((await fetch(`${product}/`)).headers.get('content-type')).toContain('text/html');

    // Its folder is its own while it runs.
    expect(await failure({})).toContain(join(dir, 'data'));
    run.child.kill('SIGINT');
    expect(await run.exitCode).toBe(0);
    expect(run.stdout().trim().split('\n')).toHaveLength(1);
    expect(await Promise.all([refuses(product), refuses(gateway)])).toEqual([true, true]);
  });

  test('a second start keeps the posts of the first; a file that is no database refuses the third', async () => {
    const seed = run(
      [process.execPath, '--import', 'tsx', 'scripts/seed.ts', '--posts', '30', '--data', join(dir, 'data')],
      {},
    );
    expect([await seed.exitCode, seed.stdout()]).toEqual([0, expect.stringMatching(/^30 posts in /)]);
    const second = start({ SEED_POSTS: '100000' });
    await second.ready;
    expect(second.stderr()).not.toContain('inventing');
    second.child.kill('SIGTERM');
    expect(await second.exitCode).toBe(0);
    spoil(join(dir, 'data', 'database'));
    expect(await failure({})).toContain(join(dir, 'data'));
  });

  test('a filling that was cut short is done again at the next start', async () => {
    const first = start({ SEED_POSTS: '300000' });
    while (!existsSync(join(dir, 'data/seeding'))) await new Promise((resolve) => setTimeout(resolve, 20));
    first.child.kill('SIGKILL');
    await first.exitCode;
    const second = start({});
    const { product } = addresses(await second.ready);
    const place = { point: [116.4, 39.9], adcode: '110105' };
    const found = await fetch(`${product}/functions/search`, {
      method: 'POST',
      body: JSON.stringify({ call: 'nearby', input: { board: 'need', place } }),
    });
    expect(await found.text()).toContain('"publishedAtMs"');
    expect(existsSync(join(dir, 'data/seeding'))).toBe(false);
    second.child.kill('SIGTERM');
    expect(await second.exitCode).toBe(0);
  });

  test('Ctrl-C before it is ready ends it too', async () => {
    const { port, server } = await takenPort();
    await new Promise((resolve) => server.close(resolve));
    const run = start({ PORT: String(port) });
    while (await refuses(`http://127.0.0.1:${port}/healthz`))
      await new Promise((resolve) => setTimeout(resolve, 20));
    run.child.kill('SIGINT');
    expect(await run.exitCode).toBe(0);
    expect(run.stdout()).toBe('');
  });

  test('--help explains itself', async () => {
    const run = start({}, ['--help']);
    expect(await run.exitCode).toBe(0);
    expect(run.stdout()).toContain('SEED_POSTS=20000');
  });
});

describe('npm start through npm', () => {
  test.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)(
    '%s to npm ends the server too',
    async (signal) => {
      const npm = run(['npm', 'start'], {});
      const { product, gateway } = addresses(await readyLine(npm));
      npm.child.kill(signal);
      // Its pipes stay open until the last process that holds them has ended.
      await npm.exitCode;
      expect(await Promise.all([refuses(product), refuses(gateway)])).toEqual([true, true]);
    },
  );

  /** npm prints the script before it runs it. */
  async function readyLine(npm: Run): Promise<string> {
    for (;;) {
      await npm.ready;
      const line = npm
        .stdout()
        .split('\n')
        .find((each) => ready.test(each));
      if (line !== undefined) return line;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
});

describe('a reason not to start is given in one sentence', () => {
  test.each(['PORT', 'GATEWAY_PORT'])('a %s in use', async (name) => {
    const { port, server } = await takenPort();
    const sentence = await failure({ [name]: String(port) }).finally(() => server.close());
    expect(sentence).toBe(
      `port ${port} is in use: end what uses it, or choose another with ${name}=${port + 1} npm start`,
    );
  });

  test('a data folder that is a file', async () => {
    writeFileSync(join(dir, 'data'), 'x');
    expect(await failure({})).toMatch(/data.* is not a folder/);
  });

  test.each([
    ['PORT', 'eighty'],
    ['SEED_POSTS', '-1'],
  ])('%s=%s', async (name, value) => {
    expect(await failure({ [name]: value })).toContain(`${name} must be a whole number`);
  });

  test('an argument that it does not know', async () => {
    expect(await failure({}, ['--prot=8081'])).toContain('--prot=8081 is not known');
  });
});
