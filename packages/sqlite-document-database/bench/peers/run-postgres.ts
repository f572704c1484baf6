import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { totalmem } from 'node:os';
import { Client } from 'pg';
import { freePort } from './free-port';
import { startProgram } from './running-program';

/** A separate PostgreSQL on the loopback address, with its own port and folder, never the system's service. */
export interface RunningPostgres {
  readonly connection: { host: string; port: number; user: string; database: string };
  readonly version: string;
  /** The folder with `psql` and its other programs. */
  readonly programs: string;
  readonly pid: number;
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on `dir`, and initialises the folder when it is empty. Commits are durable (fsync and
 * synchronous_commit on). Memory and planner costs are set as for a dedicated server.
 * @param programs folder with `initdb` and `postgres`
 */
export async function runPostgres(programs: string, dir: string): Promise<RunningPostgres> {
  const account = serverAccount();
  mkdirSync(dir, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(dir, account.uid, account.gid);
  const run = { ...account, cwd: dir };
  if (!existsSync(`${dir}/PG_VERSION`))
    execFileSync(
      `${programs}/initdb`,
      ['-D', dir, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C'],
      { ...run, stdio: 'ignore' },
    );
  const connection = { host: '127.0.0.1', port: await freePort(), user: 'postgres', database: 'postgres' };
  const settings = Object.entries(SETTINGS(connection.port)).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ]);
  let version = '';
  const program = await startProgram(`${programs}/postgres`, ['-D', dir, ...settings], run, async () => {
    const client = new Client(connection);
    await client.connect();
    const { rows } = await client.query<{ server_version: string }>('SHOW server_version');
    version = rows[0]?.server_version ?? '';
    await client.end();
  });
  return { connection, version, programs, pid: program.pid, stop: program.stop };
}

const megabyte = 1_048_576;

function SETTINGS(port: number): Record<string, string | number> {
  const memory = Math.floor(totalmem() / megabyte);
  return {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    fsync: 'on',
    synchronous_commit: 'on',
    // The manual recommends a quarter of the memory.
    shared_buffers: `${Math.min(4096, Math.floor(memory / 4))}MB`,
    effective_cache_size: `${Math.floor(memory / 2)}MB`,
    maintenance_work_mem: `${Math.min(1024, Math.floor(memory / 8))}MB`,
    work_mem: '64MB',
    max_wal_size: '8GB',
    random_page_cost: 1.1,
    // Compilation would cost more than these short queries.
    jit: 'off',
    max_connections: 200,
  };
}

/** PostgreSQL refuses to run as root, so it then runs under the account of its Debian package. */
function serverAccount(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {};
  const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}
