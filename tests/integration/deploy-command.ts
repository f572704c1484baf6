import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { startCloudApi, type CloudApi } from 'cloudbase-local';
import { variables, type Variable } from '../../scripts/deploy/desired/variables';
import { installTools } from '../../scripts/require-tool';
import { phoneKey } from './product';

const root = join(__dirname, '../..');

/** The command itself, as a separate process with the unmodified SDK, against a local cloud API. */
export interface DeployCommand {
  api: CloudApi;
  /** The settings and secrets that an operator keeps in `.env.<environment>`; a test may change them. */
  values: Record<string, string>;
  /** The folder in which the first run builds the mini-program. */
  program: string;
  run(...args: string[]): Promise<{ status: number | null; output: string }>;
  /** Runs it and kills it at its n-th request to the API. */
  runKilledAt(request: number): Promise<void>;
  close(): Promise<void>;
}

const name = `try-${process.pid}`;
const built = join(root, 'dist/deploy', name);

/** The build of the first command, which the others use; removed when the test's process ends. */
process.once('exit', () => rmSync(built, { recursive: true, force: true }));

export const keyOf = (text: string): string => Buffer.alloc(32, text).toString('base64');

const again = (): string[] => (existsSync(join(built, 'project.config.json')) ? ['--no-build'] : []);

const newKeys = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries<Variable>(variables).flatMap(([name, { kind }]) =>
      kind === 'key' ? [[name, keyOf(name)]] : [],
    ),
  );

export async function startDeployCommand(): Promise<DeployCommand> {
  // The command itself would install them through the proxy, which answers only for Tencent.
  installTools('scripts/deploy/tools');
  let onRequest: () => void = () => undefined;
  const api = await startCloudApi({
    envId: 'try-1a2b3c',
    secretId: 'AKIDtry',
    secretKey: 'try-secret-key',
    onRequest: () => onRequest(),
  });
  const values: Record<string, string> = {
    ENV_ID: 'try-1a2b3c',
    CLOUD_API_SECRET_ID: 'AKIDtry',
    CLOUD_API_SECRET_KEY: 'try-secret-key',
    APP_ID: 'wx0123456789abcdef',
    ...newKeys(),
    PHONE_KEY_V1: phoneKey,
    TENCENT_SECRET_ID: 'AKIDfaceidfaceidfaceid',
    TENCENT_SECRET_KEY: 'faceid-secret-key',
    ALIYUN_ACCESS_KEY_ID: 'LTAIdyplsdypls',
    ALIYUN_ACCESS_KEY_SECRET: 'dypls-secret-key',
    DYPLS_POOL_KEY: 'FC1000',
  };
  const start = (args: string[]) =>
    spawn(process.execPath, ['--import', 'tsx', 'scripts/deploy.ts', ...args, '--env', name, ...again()], {
      cwd: root,
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...values, ...api.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  return {
    api,
    values,
    program: built,
    run: (...args) =>
      new Promise((resolve, reject) => {
        const child = start(args);
        let output = '';
        for (const stream of [child.stdout, child.stderr])
          stream.on('data', (part: Buffer) => (output += part.toString()));
        child.once('error', reject);
        child.once('close', (status) => resolve({ status, output }));
      }),
    runKilledAt: (request) =>
      new Promise((resolve, reject) => {
        const child = start([]);
        let left = request;
        onRequest = () => {
          left -= 1;
          if (left === 0) child.kill('SIGKILL');
        };
        child.once('error', reject);
        child.once('close', () => {
          onRequest = () => undefined;
          resolve();
        });
      }),
    close: () => api.close(),
  };
}
