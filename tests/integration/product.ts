import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Call, CallResponse } from '../../cloudfunctions/shared/contract/call';
import {
  contract,
  type CallInput,
  type CallName,
  type CallOutput,
  type FunctionName,
} from '../../cloudfunctions/shared/contract/contract';
import { newMember } from '../../cloudfunctions/shared/domain/account';
import type { MemberDocument, PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { startCloud, type Cloud, type CloudOptions, type OpenApiProvider } from 'cloudbase-local';
import { keepNumbers } from '../../local/start/keep-numbers';
import { startProviders, type Providers, type ProvidersOptions } from '../../local/providers/providers';
import { newPerson } from '../../cloudfunctions/shared/domain/person';
import { storeOf } from '../../scripts/operators/store';
import { sealPhone } from '../../local/seed/seal-phone';
import { builtFunctions } from './built-functions';

const root = join(__dirname, '../..');

/** The whole product without its screens: built functions on a local cloud with a data folder of its own. */
export interface Product {
  cloud: Cloud;
  providers: Providers;
  dataDir: string;
  /** The values that fill the functions' settings; changes count after `cloud.reloadFunctions()`. */
  environment: Record<string, string | undefined>;
  /** Calls as the person behind `openid`; '' is a visitor whom WeChat has not signed in. */
  call<F extends FunctionName, C extends CallName<F>>(
    functionName: F,
    call: C,
    input: CallInput<F, C>,
    openid?: string,
  ): Promise<CallResponse<CallOutput<F, C>> & { requestId: string }>;
  /** The same with any input. */
  callRaw(functionName: string, data: unknown, openid?: string): Promise<CallResponse<unknown>>;
  /** Makes a verified member, with the phone that the register knows; answers the openid. */
  enrol(name: string, changes?: Partial<MemberDocument>): Promise<string>;
  /** Blocks the person behind an account, as two volunteers would. */
  block(openid: string): Promise<void>;
  load(posts: Iterable<PostDocument>): Promise<void>;
  close(): Promise<void>;
}

/** `PHONE_KEY_V1` of every product that a test starts. */
export const phoneKey = Buffer.alloc(32, 'test').toString('base64');

export async function startProduct(
  options: Partial<CloudOptions> = {},
  providersOptions: Partial<ProvidersOptions> = {},
  wrapOpenApi: (openApi: OpenApiProvider) => OpenApiProvider = (openApi) => openApi,
): Promise<Product> {
  const dataDir = mkdtempSync(join(tmpdir(), 'product-'));
  const functionsDir = await builtFunctions(dataDir);
  const started: { cloud?: Cloud } = {};
  const providers = await startProviders({
    dataDir,
    now: () => started.cloud?.clock.now() ?? options.nowMs ?? Date.now(),
    onMediaChecked: (event) => void started.cloud?.pushMessage('moderation', event).catch(() => undefined),
    log: options.log ?? (() => undefined),
    ...providersOptions,
  });
  const environment = { PHONE_KEY_V1: phoneKey, ...providers.env, ...options.environment };
  const cloud = await startCloud({
    dataDir,
    functionsDir,
    cloudbaserc: join(root, 'cloudbaserc.json'),
    gatewayPort: 0,
    openApi: wrapOpenApi(providers.wechat.openApi),
    openData: providers.wechat.openData,
    ...options,
    prepare: async (database, nowMs) => {
      await options.prepare?.(database, nowMs);
      await keepNumbers(database, providers.numbers, nowMs);
    },
    environment,
  });
  started.cloud = cloud;
  const callRaw: Product['callRaw'] = async (functionName, data, openid = '') => {
    const answer = await cloud.callFunction(functionName, data, openid);
    if (!('result' in answer)) throw new Error(answer.errMsg);
    return { ...(answer.result as CallResponse<unknown>), requestId: answer.requestID };
  };
  return {
    cloud,
    providers,
    dataDir,
    environment,
    callRaw,
    call: async (functionName, call, input, openid) => {
      const response = await callRaw(functionName, { call, input }, openid);
      const { output: expected } = (contract[functionName] as Record<string, Call>)[call] as Call;
      if (response.ok) expected.parse(response.output);
      return response as never;
    },
    enrol: async (name, changes = {}) => {
      const member = enrolled(name, providers.register.phoneOf(`openid-${name}`), cloud.clock.now());
      await cloud.database.bulkLoad('members', [{ ...member, ...changes }]);
      return changes._id ?? member._id;
    },
    block: async (openid) => {
      const store = storeOf(cloud.database);
      const [member] = (await store.find('members', { _id: openid }, 1)) as MemberDocument[];
      const personId = member?.personId ?? '';
      if (await store.update('persons', personId, { blockedAtMs: 1 })) return;
      await cloud.database.bulkLoad('persons', [{ ...newPerson(personId), blockedAtMs: 1 }]);
    },
    load: async (posts) => {
      await cloud.database.bulkLoad('posts', posts);
    },
    close: async () => {
      await cloud.close();
      await providers.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A verified member with a phone. */
export function enrolled(name: string, phone: string, nowMs: number): MemberDocument {
  const openid = `openid-${name}`;
  return {
    ...newMember(openid),
    personId: personIdOf(name),
    maskedName: '测*',
    verifiedAtMs: nowMs,
    consentedAtMs: nowMs,
    phone: sealPhone(phoneKey, phone, openid),
    phoneBoundAtMs: nowMs,
  };
}

/** The person behind the account that `enrol` makes of a name: another one for each name, however long it is. */
export const personIdOf = (name: string): string => {
  const bytes = Buffer.from(name.padEnd(16, '.'));
  return bytes.length === 16
    ? bytes.toString('hex')
    : createHash('sha256').update(bytes).digest('hex').slice(0, 32);
};

/** The output of a call that must succeed. */
export function output<T>(response: CallResponse<T>): T {
  if (response.ok) return response.output;
  throw new Error(`${response.error.code}: ${response.error.message} ${response.error.field ?? ''}`);
}
