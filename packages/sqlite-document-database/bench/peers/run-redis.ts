import { mkdirSync } from 'node:fs';
import { Redis } from 'ioredis';
import { freePort } from './free-port';
import { startProgram } from './running-program';

/** A separate Redis on the loopback address, with its own port and folder, never the system's service. */
export interface RunningRedis {
  readonly connection: { host: string; port: number };
  readonly version: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/** Starts Redis on `dir`. Every write is on disk before it is acknowledged (`appendfsync always`). */
export async function runRedis(path: string, dir: string): Promise<RunningRedis> {
  mkdirSync(dir, { recursive: true });
  const connection = { host: '127.0.0.1', port: await freePort() };
  const settings = {
    port: connection.port,
    bind: connection.host,
    dir,
    save: '',
    appendonly: 'yes',
    appendfsync: 'always',
    'auto-aof-rewrite-percentage': 0,
  };
  const parameters = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  let version = '';
  const program = await startProgram(path, parameters, {}, async () => {
    const client = new Redis({ ...connection, lazyConnect: true, retryStrategy: () => null });
    client.on('error', () => undefined);
    try {
      await client.connect();
      version = /redis_version:(\S+)/.exec(await client.info('server'))?.[1] ?? '';
      // Redis accepts connections while it still reads its file.
      if (!(await client.info('persistence')).includes('loading:0')) throw new Error('still loading');
    } finally {
      client.disconnect();
    }
  });
  return { connection, version, pid: program.pid, stop: program.stop };
}
