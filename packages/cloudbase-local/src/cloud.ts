import { join } from 'node:path';
import { createClientDatabase } from './client/client-database';
import { createClientFiles } from './client/client-files';
import { createClientWatch } from './client/client-watch';
import { clientRules, type ClientRules } from './client/client-rules';
import {
  callFunction,
  createClientEndpoint,
  type ClientAnswer,
  type ClientEndpoint,
} from './client/client-endpoint';
import type { UpgradeEndpoint } from './http/server';
import { createClock, type PlatformClock } from './environment/clock';
import { type Database, openDatabase, PlatformError } from 'sqlite-document-database';
import { withHints } from './environment/database-hints';
import { readEnvironmentFile } from './environment/environment-file';
import { createFaults, type Faults } from './environment/faults';
import { readFunctions, type FunctionDefinition } from './functions/function-definition';
import { createFunctionHost } from './functions/function-host';
import { startTimers, type Timers } from './functions/timers';
import { startGateway, type ActionHandler } from './gateway/gateway';
import { openLogStore, type LogLine } from './environment/log-store';
import { createOpenApi, type OpenApiProvider } from './open-api/open-api';
import type { OpenDataProvider } from './open-api/open-data';
import { watchOperations, type DatabaseOperation } from './gateway/watch-operations';
import { createOperationCounter, type OperationCounts } from './gateway/operation-counter';
import { defaultMaxInstances, maxWaitingInvocations } from './platform-limits';
import { openSecrets, type Secrets } from './environment/secrets';
import { openStorage } from './storage/storage';

/** A CloudBase environment on this machine. */
export interface Cloud {
  /** Where the SDKs find it: `http://127.0.0.1:PORT/admin`. */
  readonly gatewayUrl: string;
  readonly envId: string;
  readonly database: Database;
  readonly faults: Faults;
  readonly clock: CloudClock;
  /** Answers the addresses of `wx.cloud` on any HTTP server; false for other addresses. */
  readonly endpoint: ClientEndpoint;
  /** Takes the connections of `watch()` on the same server. */
  readonly upgrade: UpgradeEndpoint;
  /** `wx.cloud.callFunction` of the person `openid` ('' for a visitor). Rejects when a fault drops the connection. */
  callFunction(name: string, data: unknown, openid?: string): Promise<ClientAnswer>;
  /** Operations of the functions by action: all, or those of one `requestID`. */
  operations(requestId?: string): OperationCounts;
  logs(requestId: string): LogLine[];
  /** Instances that are running, by function. */
  instances(): Record<string, number>;
  /** Ends all instances of a function in the middle of whatever they do; the next call starts a new one. */
  killInstances(name: string): Promise<void>;
  warmUp(): Promise<void>;
  /** Reads the functions' configuration again and lets the named ones (all when absent) load their code again. */
  reloadFunctions(changed?: string[]): void;
  close(): Promise<void>;
}

export interface CloudClock {
  /** Milliseconds since 1970, as database, functions and timers see it. */
  now(): number;
  /** Moves time forward; timers that become due fire and are awaited. */
  advance: Timers['advance'];
}

export interface CloudOptions {
  /** The folder that keeps database, files, logs and secrets. */
  dataDir: string;
  /** Built functions, one folder each; a promise where they are still being built. */
  functionsDir: string | Promise<string>;
  /** Path of `cloudbaserc.json`. Without it all is as in a new environment. */
  cloudbaserc?: string;
  /** 0: any free port. */
  gatewayPort?: number;
  /** Where the platform's clock starts; it runs on from there. */
  nowMs?: number;
  /** Instances of each function, or by name. */
  maxInstances?: number | Record<string, number>;
  maxWaiting?: number;
  /** Values for `{{env.NAME}}` in cloudbaserc.json; they win over the data folder's own. */
  environment?: Record<string, string | undefined>;
  /** Fills a new database while the functions are still being built; nothing is served before it is done. */
  prepare?(database: Database, nowMs: number): Promise<void>;
  openApi?: OpenApiProvider;
  openData?: OpenDataProvider;
  /** Is called with every database operation that a function asks for. */
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
    const note = onceEach(options.log);
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

/** Files are read again whenever code changes; a note about them is logged only the first time. */
function onceEach(log: (line: string) => void = () => undefined): (line: string) => void {
  const said = new Set<string>();
  return (line) => {
    if (!said.has(line)) log(line);
    said.add(line);
  };
}

/** The SDK prints this and retries: it calls `onError` only for errors that arrive on a WebSocket. */
function refusedWatch(functionName = 'a program', log: (line: string) => void): PlatformError {
  log(
    `${functionName} calls watch(), which only mini-programs may use: the SDK keeps trying and calls no onError`,
  );
  return new PlatformError('INVALID_PARAM', 'watch() is for mini-programs, not for functions');
}

interface Parts {
  clock: PlatformClock;
  secrets: Secrets;
  envId: string;
  database: Database;
  readDefinitions(): FunctionDefinition[];
  readRules(): ClientRules;
}

/** Puts host, gateway, storage and timers around an open database. */
async function assemble(
  options: CloudOptions,
  { clock, secrets, envId, database: plainDatabase, readDefinitions, readRules }: Parts,
): Promise<Cloud> {
  const { dataDir, log = () => undefined } = options;
  const database = withHints(plainDatabase, log);
  const faults = createFaults();
  const counter = createOperationCounter();
  const logs = openLogStore(join(dataDir, 'logs'), clock.now);
  let gatewayOrigin = '';

  const host = createFunctionHost({
    definitions: readDefinitions(),
    envId,
    gatewayUrl: () => `${gatewayOrigin}/admin`,
    clock,
    faults,
    logs,
    log,
    maxInstances: (name) =>
      typeof options.maxInstances === 'number'
        ? options.maxInstances
        : (options.maxInstances?.[name] ?? defaultMaxInstances),
    maxWaiting: options.maxWaiting ?? maxWaitingInvocations,
  });
  const storage = openStorage({
    dir: join(dataDir, 'files'),
    envId,
    signingKey: secrets.valueOf('STORAGE_SIGNING_KEY') ?? '',
    clock,
    origin: () => gatewayOrigin,
  });
  const openData = options.openData ?? (() => Promise.resolve(undefined));
  const openApi = createOpenApi({
    provider: options.openApi ?? (() => Promise.resolve(undefined)),
    openData,
    permissionsOf: (name) => host.definition(name)?.openApis ?? [],
  });
  const logOnce = onceEach(log);
  const handleDatabase = watchOperations(database, options.onOperation);
  const handle: ActionHandler = async (action, body, { requestId, invocation, source }) => {
    if (action.startsWith('database.')) return handleDatabase(action, body, invocation);
    if (action === 'auth.wsWebSign') throw refusedWatch(invocation?.functionName, logOnce);
    if (action !== 'functions.invokeFunction')
      throw new PlatformError('INVALID_PARAM', `the local cloud does not support the action ${action}`);
    const eventJson =
      typeof body.request_data === 'string' && body.request_data !== '' ? body.request_data : '{}';
    const caller = { openid: invocation?.caller.openid ?? '', source };
    const { resultJson } = await host.invoke({
      name: typeof body.function_name === 'string' ? body.function_name : '',
      eventJson,
      caller,
      requestId,
      parent: invocation,
    });
    return { data: { response_data: resultJson } };
  };
  const gateway = await startGateway({
    port: options.gatewayPort ?? 0,
    handle,
    invocationOf: host.invocationOf,
    openApi,
    storage,
    counter,
    faults,
    logs,
    log,
  });
  gatewayOrigin = gateway.origin;
  for (const { name, triggers } of host.definitions)
    if (triggers.length > 1)
      log(
        `function ${name} has ${triggers.length} timers: the platform's documentation allows one a function`,
      );
  const timers = startTimers(host.definitions, clock, async (name, event) => {
    const requestId = crypto.randomUUID();
    try {
      await host.invoke({
        name,
        eventJson: JSON.stringify(event),
        caller: { openid: '', source: 'wx_trigger' },
        requestId,
      });
    } catch (error) {
      // A failed timer must not end the platform; the host has logged the failure.
      const reason = error instanceof PlatformError ? 'failed' : String(error);
      log(`timer ${event.TriggerName} of ${name} ${requestId}: ${reason}`);
    }
  });

  let rules = readRules();
  const functions = createClientEndpoint(host, openData, log);
  const files = createClientFiles(storage);
  const clientDatabase = createClientDatabase(database, () => rules, log);
  const clientWatch = createClientWatch(database, () => rules, log);
  return {
    gatewayUrl: gateway.url,
    envId,
    database,
    faults,
    clock: { now: clock.now, advance: timers.advance },
    endpoint: async (request, response) =>
      (await functions(request, response)) ||
      (await files(request, response)) ||
      (await clientDatabase(request, response)),
    upgrade: clientWatch.upgrade,
    async callFunction(name, data, openid = '') {
      const answer = await callFunction(host, name, JSON.stringify(data ?? {}), openid, log);
      if (answer === undefined) throw new Error('the connection was dropped by a fault on demand');
      return JSON.parse(answer) as ClientAnswer;
    },
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
      clientWatch.close();
      await host.close();
      await gateway.close();
      await database.close();
      await logs.close();
    },
  };
}
