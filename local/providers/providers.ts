import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { createWechat, type Handler, type Wechat, type WechatOptions } from 'cloudbase-local';
import { startApiServer } from './api/api-server';
import type { ProviderFaults } from './api/provider-faults';
import { openCredentials } from './credentials';
import type { PoolMode } from './dypls/binding';
import { createDypls } from './dypls/dypls';
import type { Pool } from './dypls/number-pool';
import { openSubscriptions, type Subscriptions } from './dypls/subscriptions';
import type { CallRecord } from './exchange/call';
import { createExchange, type Exchange } from './exchange/exchange';
import { createExchangeEndpoint } from './exchange/exchange-endpoint';
import { createFaceId } from './faceid/faceid';
import { createRegister, type Person, type Register } from '../people/register';

/**
 * The services that the product buys, simulated on this machine: FaceID, dypls, WeChat's server APIs and a telephone
 * exchange.
 */
export interface Providers {
  /**
   * What the functions need to reach them: TENCENT_SECRET_ID, TENCENT_SECRET_KEY, FACEID_PROXY_ORIGIN,
   * ALIYUN_ACCESS_KEY_ID, ALIYUN_ACCESS_KEY_SECRET, DYPLS_ENDPOINT, DYPLS_POOL_KEY and
   * MASKED_NUMBER_MODE, which says what the pool is for, MESSAGE_CONTACT, MESSAGE_MATCH and
   * MESSAGE_RESULT, and URL_LINK.
   */
  env: Record<string, string>;
  /** The masked numbers that the account has, as its console lists them. */
  numbers: readonly string[];
  wechat: Wechat;
  /** Answers `/exchange/…` on the preview's server; false for another address. */
  handleExchange: Handler;
  exchange: Exchange;
  register: Register;
  /** The account's view of its own masked numbers. */
  subscriptions: Subscriptions;
  faults: { faceid: ProviderFaults; dypls: ProviderFaults };
  close(): Promise<void>;
}

export interface ProvidersOptions {
  dataDir: string;
  people?: readonly Person[];
  /** The platform's clock, when it differs from the machine's. */
  now?(): number;
  /** The preview's origin, for codes to scan. */
  previewOrigin?(): string;
  /** Any free port when 0 or absent. */
  faceIdPort?: number;
  dyplsPort?: number;
  /** The mode of the pool's numbers; `pair` when absent. */
  poolMode?: PoolMode;
  /** How many masked numbers the account has, and how many bindings one of them carries. */
  poolNumbers?: number;
  bindingsPerNumber?: number;
  faceIdRequestsPerSecond?: number;
  checksPerIdPerDay?: number;
  ringSeconds?: number;
  /** Called for each service message that reaches a phone. */
  onMessage?: WechatOptions['onMessage'];
  /** Called with the event that WeChat pushes when a picture has been judged. */
  onMediaChecked?(event: Record<string, unknown>): void;
  /** WeChat's verdict on a picture of a post; all pass when absent. */
  judgePicture?: WechatOptions['judgePicture'];
  log(line: string): void;
}

/** One pool for each kind of number: 170 0000 0001 … for pairs, and so on. */
const boughtPools: Record<PoolMode, { key: string; firstNumber: number }> = {
  axb: { key: 'FC100000000000001', firstNumber: 17000000001 },
  extension: { key: 'FC100000000000002', firstNumber: 17000010001 },
  axn: { key: 'FC100000000000003', firstNumber: 17000020001 },
};
/** Made up like those that the mini-program's console gives: each keyword has a number of its own. */
const messageTemplates = {
  CONTACT: { id: 'local-message-contact', fields: ['thing2', 'phone_number5', 'time1', 'thing7'] },
  MATCH: { id: 'local-message-match', fields: ['thing1', 'thing3', 'thing4'] },
  RESULT: { id: 'local-message-result', fields: ['thing1', 'phrase2', 'thing3'] },
};
/** Alibaba Cloud's capacity of one number. */
const bindingsPerNumber = 200;

/**
 * Starts the providers. Rejects with Node's error when a port is taken, and with a sentence when the data folder is
 * damaged.
 */
export async function startProviders(options: ProvidersOptions): Promise<Providers> {
  const { dataDir, people = [], now = Date.now, log, poolMode = 'axb', poolNumbers = 50 } = options;
  const folder = join(dataDir, 'providers');
  const keys = openCredentials(join(folder, 'credentials.json'));
  const register = createRegister(people);
  const pool: Pool = {
    ...boughtPools[poolMode],
    mode: poolMode,
    numbers: numbersFrom(boughtPools[poolMode].firstNumber, poolNumbers),
    bindingsPerNumber: options.bindingsPerNumber ?? bindingsPerNumber,
  };
  const subscriptions = await openSubscriptions({ file: join(folder, 'bindings.db'), pools: [pool], now });
  const wechat = createWechat({
    now,
    phoneOf: register.phoneOf,
    previewOrigin: options.previewOrigin,
    messageTemplates: Object.fromEntries(
      Object.values(messageTemplates).map(({ id, fields }) => [id, fields]),
    ),
    onMessage: options.onMessage,
    onMediaChecked: options.onMediaChecked,
    judgePicture: options.judgePicture ?? (() => 'pass'),
    onPhoneOpened(openid) {
      const call = exchange.callOf(openid);
      if (call) wechat.streams.send(openid, 'call', call);
    },
  });
  const exchange = createExchange({
    subscriptions,
    register,
    now,
    ringSeconds: options.ringSeconds,
    notify: (openid, view) => wechat.streams.send(openid, 'call', view),
    onRecord: (record) => keepRecord(join(folder, 'calls.jsonl'), record, log),
  });
  const faceId = createFaceId({
    register,
    secretKeys: { [keys.tencentSecretId]: keys.tencentSecretKey },
    now,
    requestsPerSecond: options.faceIdRequestsPerSecond,
    checksPerIdPerDay: options.checksPerIdPerDay,
  });
  const dypls = createDypls({
    subscriptions,
    accessKeys: { [keys.aliyunAccessKeyId]: keys.aliyunAccessKeySecret },
    now,
    log,
  });
  const faceIdServer = await startApiServer(faceId, { port: options.faceIdPort ?? 0, log });
  const dyplsServer = await startApiServer(dypls, { port: options.dyplsPort ?? 0, log }).catch(
    async (error) => {
      await faceIdServer.close();
      throw error;
    },
  );

  return {
    env: {
      TENCENT_SECRET_ID: keys.tencentSecretId,
      TENCENT_SECRET_KEY: keys.tencentSecretKey,
      FACEID_PROXY_ORIGIN: faceIdServer.origin,
      ALIYUN_ACCESS_KEY_ID: keys.aliyunAccessKeyId,
      ALIYUN_ACCESS_KEY_SECRET: keys.aliyunAccessKeySecret,
      DYPLS_ENDPOINT: dyplsServer.origin,
      DYPLS_POOL_KEY: pool.key,
      URL_LINK: 'release',
      MASKED_NUMBER_MODE: poolMode === 'extension' ? 'axn-extension' : poolMode,
      ...Object.fromEntries(
        Object.entries(messageTemplates).map(([name, { id, fields }]) => [
          `MESSAGE_${name}`,
          `${id}:${fields.join(',')}`,
        ]),
      ),
    },
    numbers: pool.numbers,
    wechat,
    handleExchange: createExchangeEndpoint({ exchange, cardOf: register.cardOf }),
    exchange,
    register,
    subscriptions,
    faults: { faceid: faceIdServer.faults, dypls: dyplsServer.faults },
    async close() {
      exchange.close();
      wechat.close();
      await Promise.all([faceIdServer.close(), dyplsServer.close()]);
      subscriptions.close();
    },
  };
}

function numbersFrom(first: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(first + index));
}

/** A failure is only logged, because a full disk must not keep a person from hanging up. */
function keepRecord(file: string, record: CallRecord, log: (line: string) => void): void {
  try {
    appendFileSync(file, `${JSON.stringify(record)}\n`);
  } catch (error) {
    log(`exchange: a call's record is not kept: ${error instanceof Error ? error.message : String(error)}`);
  }
}
