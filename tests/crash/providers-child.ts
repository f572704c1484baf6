import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(__dirname, '../..');

/** FaceID and the carrier in a process that can be killed and comes back with what it had written down. */
export interface ProvidersChild {
  /** The variables with which functions reach them; the same after every start. */
  env: Record<string, string>;
  /** The masked numbers that the account has. */
  numbers: string[];
  /** SIGKILL, and a new start at once, which `isBack` waits for. */
  kill(): Promise<void>;
  isBack(): Promise<void>;
  setAhead(aheadMs: number): void;
  close(): Promise<void>;
}

export async function startProvidersChild(
  dataDir: string,
  { numbers, aheadMs: startMs }: { numbers: number; aheadMs: number },
): Promise<ProvidersChild> {
  let aheadMs = startMs;
  let running: ChildProcess | undefined;

  async function start(ports: string[]): Promise<Printed> {
    const file = join(root, 'local/providers/serve.ts');
    const settings = ['--data', dataDir, '--numbers', String(numbers), `--ahead=${aheadMs}`, ...ports];
    const child = spawn(process.execPath, ['--import', 'tsx', file, ...settings], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
    });
    running = child;
    let printed = '';
    for await (const chunk of child.stdout ?? []) {
      printed += String(chunk);
      if (printed.includes('\n')) return JSON.parse(printed) as Printed;
    }
    throw new Error('the providers ended before they were ready');
  }
  async function kill(): Promise<void> {
    if (!running || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, 'exit');
    running.kill('SIGKILL');
    await gone;
  }

  let back = start([]);
  const { env, numbers: listed } = await back;
  const portOf = (name: string) => new URL(env[name] ?? '').port;
  const ports = ['--faceid-port', portOf('FACEID_PROXY_ORIGIN'), '--dypls-port', portOf('DYPLS_ENDPOINT')];
  return {
    env,
    numbers: listed,
    kill: async () => {
      await kill();
      back = start(ports);
      // `isBack` reports its failure; until then Node must not report an unhandled rejection.
      back.catch(() => undefined);
    },
    isBack: async () => void (await back),
    setAhead: (ms) => {
      aheadMs = ms;
      running?.send({ aheadMs });
    },
    close: async () => {
      await back;
      await kill();
    },
  };
}

type Printed = Pick<ProvidersChild, 'env' | 'numbers'>;
