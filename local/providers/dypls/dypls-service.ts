import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import RPCClient from '@alicloud/pop-core';
import { chinaSeconds } from '@facts/china-time';
import { startApiServer, type ApiRequest, type ApiServer } from '../api/api-server';
import { createDypls } from './dypls';
import type { Pool } from './number-pool';
import { openSubscriptions, type Subscriptions } from './subscriptions';

export const accountKeys = { accessKeyId: 'LTAIlocal', accessKeySecret: 'the-right-secret' };
const pools: Pool[] = [
  {
    key: 'FC-AXB',
    mode: 'axb',
    numbers: ['17000000001', '17000000002', '17000000003'],
    bindingsPerNumber: 2,
  },
  { key: 'FC-AXN', mode: 'axn', numbers: ['17000000101'], bindingsPerNumber: 200 },
  { key: 'FC-EXT', mode: 'extension', numbers: ['17000000201'], bindingsPerNumber: 3 },
];
/** Phones of six people. */
export const [A, B, C, D, E, F] = [
  '13800000001',
  '13800000002',
  '13800000003',
  '13800000004',
  '13800000005',
  '13800000006',
];
export const hourMs = 3_600_000;

let dir: string;

/** What each test gets: a data folder, a clock, and the server that the SDK calls. */
interface Service {
  clockOffsetMs: number;
  subscriptions: Subscriptions;
  server: ApiServer;
  /** The last request as the server received it. */
  recorded: ApiRequest;
  now(): number;
  file(): string;
  start(requestsPerSecond?: number): Promise<void>;
  stop(): Promise<void>;
}

export const service = {
  clockOffsetMs: 0,
  now: () => Date.now() + service.clockOffsetMs,
  file: () => join(dir, 'bindings.db'),
  async start(requestsPerSecond?: number): Promise<void> {
    const { now } = service;
    service.subscriptions = await openSubscriptions({ file: service.file(), pools, now });
    const accessKeys = { [accountKeys.accessKeyId]: accountKeys.accessKeySecret };
    const { subscriptions } = service;
    const api = createDypls({ subscriptions, accessKeys, now, requestsPerSecond, log: () => undefined });
    const answer = (request: ApiRequest) => api.answer((service.recorded = request));
    service.server = await startApiServer({ ...api, answer }, { port: 0, log: () => undefined });
  },
  async stop(): Promise<void> {
    await service.server.close();
    service.subscriptions.close();
  },
} as Service;

/** Starts a fresh service before each test of the file. */
export function serveEachTest(): void {
  beforeEach(async () => {
    dir = mkdtempSync(join(tmpdir(), 'dypls-'));
    service.clockOffsetMs = 0;
    await service.start();
  });
  afterEach(async () => {
    await service.stop();
    rmSync(dir, { recursive: true });
  });
}

export type Answer = {
  Code: string;
  SubsId: string;
  SecretBindDTO: { SubsId: string; SecretNo: string; Extension?: string };
} & Record<string, unknown>;

export function call(
  action: string,
  params: Record<string, string>,
  keys = accountKeys,
  method = 'POST',
): Promise<Answer> {
  const client = new RPCClient({ ...keys, endpoint: service.server.origin, apiVersion: '2017-05-25' });
  return client.request<Answer>(action, params, { method });
}
export const inAnHour = () => chinaSeconds(service.now() + hourMs);
export const bindAxb = (PhoneNoA = A, PhoneNoB = B, more = {}) =>
  call('BindAxb', { PoolKey: 'FC-AXB', PhoneNoA, PhoneNoB, Expiration: inAnHour(), ...more });
export const unbind = ({ SecretNo, SubsId }: Answer['SecretBindDTO'], PoolKey = 'FC-AXB') =>
  call('UnbindSubscription', { PoolKey, SecretNo, SubsId });
export const detail = ({ SecretNo, SubsId }: Answer['SecretBindDTO']) =>
  call('QuerySubscriptionDetail', { PoolKey: 'FC-AXB', PhoneNoX: SecretNo, SubsId });
