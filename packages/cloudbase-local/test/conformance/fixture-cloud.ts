import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import cloudbase from '@cloudbase/node-sdk';
import wxCloud from 'wx-server-sdk';
import { startCloud, type Cloud, type CloudOptions } from '../../src/cloud';
import { buildFixtures } from './build-fixtures';

/** Runs the functions of `fixtures/cloudfunctions` in their own environment. */
export interface FixtureCloud {
  cloud: Cloud;
  /** The address before the function's name in `POST /functions/<name>`. */
  clientOrigin: string;
  close(): Promise<void>;
}

const fixtures = join(__dirname, 'fixtures');

/** Builds the fixtures and starts them with empty data. Also points the SDKs of this process at the environment. */
export async function startFixtureCloud(options: Partial<CloudOptions> = {}): Promise<FixtureCloud> {
  const dataDir = mkdtempSync(join(tmpdir(), 'fixture-cloud-'));
  const functionsDir = join(dataDir, 'functions');
  await buildFixtures(join(fixtures, 'cloudfunctions'), functionsDir);
  const cloud = await startCloud({
    dataDir,
    functionsDir,
    cloudbaserc: join(fixtures, 'cloudbaserc.json'),
    environment: { GREETING: '你好' },
    ...options,
  });
  const server = createServer((request, response) => {
    cloud.endpoint(request, response).then(
      (answered) => answered || response.writeHead(404).end(),
      () => response.destroy(),
    );
  });
  server.on('upgrade', (request, socket, head: Buffer) => cloud.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  pointSdksAt(cloud);
  return {
    cloud,
    clientOrigin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await cloud.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** The variables that an operator's program sets, because only the environment says where the cloud is. */
export function pointSdksAt(cloud: Cloud): void {
  Object.assign(process.env, {
    TENCENTCLOUD_RUNENV: 'SCF',
    TENCENTCLOUD_REGION: 'ap-shanghai',
    TENCENTCLOUD_SECRETID: 'any',
    TENCENTCLOUD_SECRETKEY: 'any',
    TENCENTCLOUD_SESSIONTOKEN: 'any',
    SCF_NAMESPACE: cloud.envId,
    TCB_ENV: cloud.envId,
    TCB_CONTEXT_CNFG: JSON.stringify({ URL: cloud.gatewayUrl }),
  });
}

/**
 * A deployed environment to test instead of the local one: CONFORMANCE_ENV_ID with the usual TENCENTCLOUD_SECRETID and
 * TENCENTCLOUD_SECRETKEY. Only tests that go through `nodeSdk` alone can run there.
 */
export const realEnvironment: string | undefined = process.env.CONFORMANCE_ENV_ID || undefined;

/** `@cloudbase/node-sdk` as an operator's program uses it. */
export function nodeSdk() {
  if (realEnvironment !== undefined) {
    const { TENCENTCLOUD_SECRETID: secretId, TENCENTCLOUD_SECRETKEY: secretKey } = process.env;
    return cloudbase.init({ env: realEnvironment, secretId, secretKey });
  }
  return cloudbase.init({ env: cloudbase.SYMBOL_CURRENT_ENV });
}

/** `wx-server-sdk` as an operator's program uses it. */
export function wxSdk(): typeof wxCloud {
  wxCloud.init({ env: wxCloud.DYNAMIC_CURRENT_ENV });
  return wxCloud;
}

/** The result of a call that must succeed. */
export async function resultOf(
  cloud: Cloud,
  name: string,
  data: unknown,
  openid = '',
): Promise<Record<string, unknown>> {
  const answer = await cloud.callFunction(name, data, openid);
  if (!('result' in answer)) throw new Error(answer.errMsg);
  return answer.result as Record<string, unknown>;
}

/** The error with which an SDK's call was rejected. */
export async function rejection(
  work: Promise<unknown>,
): Promise<{ code?: string; errCode?: number; message?: string; errMsg?: string }> {
  try {
    await work;
  } catch (error) {
    return error as object;
  }
  throw new Error('it should have been rejected');
}
