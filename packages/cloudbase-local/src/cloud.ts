import { join } from 'node:path';
import { type Database, openDatabase } from 'sqlite-document-database';
import { callFunction, type ClientAnswer, type ClientEndpoint } from './client/client-endpoint';
import { clientRules, type ClientRules } from './client/client-rules';
import { createClientSide } from './client/client-side';
import { createClock, type PlatformClock } from './environment/clock';
import { withHints } from './environment/database-hints';
import { readEnvironmentFile } from './environment/environment-file';
import { createFaults, type Faults } from './environment/faults';
import { logOnce } from './environment/log-once';
import { openLogStore, type LogLine } from './environment/log-store';
import { openSecrets, type Secrets } from './environment/secrets';
import { readFunctions, type FunctionDefinition } from './functions/function-definition';
import { createFunctionHost } from './functions/function-host';
import { pushMessage } from './functions/push-message';
import { startFunctionTimers } from './functions/function-timers';
import type { Timers } from './functions/timers';
import { startGateway, type Gateway } from './gateway/gateway';
import { createActionHandler } from './gateway/handle-action';
import { createOperationCounter, type OperationCounts } from './gateway/operation-counter';
import type { DatabaseOperation } from './gateway/watch-operations';
import type { UpgradeEndpoint } from './http/server';
import { createOpenApi, type OpenApiProvider } from './open-api/open-api';
import type { OpenDataProvider } from './open-api/open-data';
import { defaultMaxInstances, maxWaitingInvocations } from './platform-limits';
import { openStorage } from './storage/storage';

/** A CloudBase environment on this machine. */
export interface Cloud {
  /** The address for the SDKs: `http://127.0.0.1:PORT/admin`. */
  readonly gatewayUrl: string;
  readonly envId: string;
  readonly database: Database;
  readonly faults: Faults;
  readonly clock: CloudClock;
  /** Answers the addresses of `wx.cloud` on any HTTP server; false for other addresses. */
  readonly endpoint: ClientEndpoint;
  /** Accepts the connections of `watch()` on the same server. */
  readonly upgrade: UpgradeEndpoint;
  /**
   * Calls a function as `wx.cloud.callFunction` of the person `openid` would ('' for a visitor). Rejects when a fault
   * drops the connection.
   */
  callFunction(name: string, data: unknown, openid?: string): Promise<ClientAnswer>;
  /**
   * Hands a function a message or event that WeChat pushes, as the console's 消息推送 does: the event is the message itself.
   * Answers what the function answered. Rejects with the platform's error.
   */
  pushMessage(name: string, message: Record<string, unknown>): Promise<unknown>;
  /** Counts the functions' operations by action: all of them, or those of one `requestID`. */
  operations(requestId?: string): OperationCounts;
  logs(requestId: string): LogLine[];
  /** The number of running instances, by function. */
  instances(): Record<string, number>;
  /** Ends all instances of a function in the middle of their work. The next call starts a new instance. */
  killInstances(name: string): Promise<void>;
  warmUp(): Promise<void>;
  /** Reads the functions' configuration again, and makes the named ones (all when absent) load their code again. */
  reloadFunctions(changed?: string[]): void;
  close(): Promise<void>;
}

export interface CloudClock {
  /** Milliseconds since 1970, as database, functions and timers see the time. */
  now(): number;
  /** Moves time forward; fires timers that become due and waits for them. */
  advance: Timers['advance'];
}

export interface CloudOptions {
  /** The folder for database, files, logs and secrets. */
  dataDir: string;
  /** The folder of built functions, one subfolder each; a promise while they are still being built. */
  functionsDir: string | Promise<string>;
  /** Path of `cloudbaserc.json`. Without it the environment is as new. */
  cloudbaserc?: string;
  /** 0 takes any free port. */
  gatewayPort?: number;
  /** The platform's time at the start; it runs on from there. */
  nowMs?: number;
  /** Instances of each function, or a number by function name. */
  maxInstances?: number | Record<string, number>;
  /** The most calls of one function that wait for an instance; further ones are refused. */
  maxWaiting?: number;
  /** A call that would wait longer than this for an instance is refused at once. Any time when absent. */
  maxWaitMs?: number;
  /**
   * The most calls of one function that a caller makes in a second over HTTP, as 限频设置 of the console sets it. Any number
   * when absent.
   */
  callsPerSecond?: number;
  /** Values for `{{env.NAME}}` in cloudbaserc.json; they win over the data folder's own. */
  environment?: Record<string, string | undefined>;
  /** Fills a new database while the functions are still being built. Nothing is served before it is done. */
  prepare?(database: Database, nowMs: number): Promise<void>;
  /** Logs what the platform refuses functions, with its answer, and lets it pass. Default: refuses it. */
  lenient?: boolean;
  openApi?: OpenApiProvider;
  openData?: OpenDataProvider;
  /** Called with every database operation that a function requests. */
  onOperation?(operation: DatabaseOperation): void;
  log?(line: string): void;
}

/** Starts an environment. Rejects with an error whose message is a sentence for the user. */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const clock = createClock(options.nowMs);
  const secrets = openSecrets(options.dataDir, options.environment ?? process.env);
  const readEnvironment = () => readEnvironmentFile(options.cloudbaserc, secrets.valueOf);
  const environmentFile = readEnvironment();
  const opening = openDatabase({
    dir: join(options.dataDir, 'database'),
    collections: environmentFile.collections,
    now: clock.now,
    log: options.log,
  });
  try {
    const prepared = opening.then((opened) => options.prepare?.(opened, clock.now()));
    const [database, functionsDir] = await Promise.all([opening, options.functionsDir, prepared]);
    const note = logOnce(options.log ?? (() => undefined));
    const readDefinitions = () => readFunctions(functionsDir, readEnvironment(), note);
    return await assemble(options, {
      clock,
      secrets,
      envId: environmentFile.envId,
      database,
      readDefinitions,
      readRules: () => clientRules(readEnvironment().collections),
    });
  } catch (error) {
    await opening.then(
      (database) => database.close(),
      () => undefined,
    );
    throw error;
  }
}

interface Parts {
  clock: PlatformClock;
  secrets: Secrets;
  envId: string;
  database: Database;
  readDefinitions(): FunctionDefinition[];
  readRules(): ClientRules;
}

/** Starts host, gateway, storage and timers for an open database. */
async function assemble(
  options: CloudOptions,
  { clock, secrets, envId, database: plainDatabase, readDefinitions, readRules }: Parts,
): Promise<Cloud> {
  const { dataDir, log = () => undefined } = options;
  const database = withHints(plainDatabase, log);
  const faults = createFaults();
  const counter = createOperationCounter();
  const logs = openLogStore(join(dataDir, 'logs'), clock.now);
  const openData = options.openData ?? (() => Promise.resolve(undefined));
  let gatewayOrigin = '';
  let rules = readRules();

  const host = createFunctionHost({
    definitions: readDefinitions(),
    envId,
    gatewayUrl: () => `${gatewayOrigin}/admin`,
    clock,
    faults,
    logs,
    log,
    ...hostLimits(options),
    ask: (asked) => gateway.ask(asked),
  });
  const storage = openStorage({
    dir: join(dataDir, 'files'),
    envId,
    signingKey: secrets.valueOf('STORAGE_SIGNING_KEY') ?? '',
    clock,
    origin: () => gatewayOrigin,
  });
  const openApi = createOpenApi({
    provider: options.openApi ?? (() => Promise.resolve(undefined)),
    openData,
    permissionsOf: (name) => host.definition(name)?.openApis ?? [],
    warn: options.lenient ? logOnce(log) : undefined,
  });
  const gateway: Gateway = await startGateway({
    port: options.gatewayPort ?? 0,
    handle: createActionHandler({
      host,
      database,
      onOperation: options.onOperation,
      log: logOnce(log),
    }),
    invocationOf: host.invocationOf,
    openApi,
    storage,
    counter,
    faults,
    logs,
    log,
  });
  gatewayOrigin = gateway.origin;
  const timers = startFunctionTimers(host, clock, log);
  const clients = createClientSide({
    host,
    storage,
    database,
    rules: () => rules,
    openData,
    callsPerSecond: options.callsPerSecond,
    log,
  });
  return {
    gatewayUrl: gateway.url,
    envId,
    database,
    faults,
    clock: { now: clock.now, advance: timers.advance },
    endpoint: clients.endpoint,
    upgrade: clients.upgrade,
    async callFunction(name, data, openid = '') {
      const answer = await callFunction(host, name, JSON.stringify(data ?? {}), openid, log);
      if (answer === undefined) throw new Error('the connection was dropped by a fault on demand');
      return JSON.parse(answer) as ClientAnswer;
    },
    pushMessage: (name, message) => pushMessage(host, name, message),
    operations: counter.operations,
    logs: logs.recent,
    instances: host.instances,
    killInstances: host.kill,
    warmUp: host.warmUp,
    reloadFunctions(changed) {
      const definitions = readDefinitions();
      rules = readRules();
      host.reload(definitions, changed);
      timers.replace(definitions);
    },
    async close() {
      timers.close();
      clients.close();
      await host.close();
      await gateway.close();
      await database.close();
      await logs.close();
    },
  };
}

const hostLimits = ({ maxInstances, maxWaiting = maxWaitingInvocations, maxWaitMs }: CloudOptions) => ({
  maxInstances: (name: string): number =>
    typeof maxInstances === 'number' ? maxInstances : (maxInstances?.[name] ?? defaultMaxInstances),
  maxWaiting,
  maxWaitMs,
});
