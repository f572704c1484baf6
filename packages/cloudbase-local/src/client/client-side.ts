import type { Database } from 'sqlite-document-database';
import type { FunctionHost } from '../functions/function-host';
import type { UpgradeEndpoint } from '../http/server';
import type { OpenDataProvider } from '../open-api/open-data';
import type { Storage } from '../storage/storage';
import { createClientDatabase } from './client-database';
import { createClientEndpoint, type ClientEndpoint } from './client-endpoint';
import { createClientFiles } from './client-files';
import type { ClientRules } from './client-rules';
import { createCallerRate } from './caller-rate';
import { createClientWatch } from './client-watch';

/** Everything a mini-program reaches through `wx.cloud`: functions, files, database and `watch()`. */
export interface ClientSide {
  readonly endpoint: ClientEndpoint;
  readonly upgrade: UpgradeEndpoint;
  close(): void;
}

export interface ClientSideParts {
  host: FunctionHost;
  storage: Storage;
  database: Database;
  /** Read at each request, because `cloudbaserc.json` may change meanwhile. */
  rules(): ClientRules;
  openData: OpenDataProvider;
  /** Of one function, by one caller; any number when undefined. */
  callsPerSecond: number | undefined;
  log(line: string): void;
}

export function createClientSide({
  host,
  storage,
  database,
  rules,
  openData,
  callsPerSecond,
  log,
}: ClientSideParts): ClientSide {
  const callFunctions = createClientEndpoint(host, openData, createCallerRate(callsPerSecond), log);
  const files = createClientFiles(storage);
  const documents = createClientDatabase(database, rules, log);
  const watches = createClientWatch(database, rules, log);
  return {
    endpoint: async (request, response) =>
      (await callFunctions(request, response)) ||
      (await files(request, response)) ||
      (await documents(request, response)),
    upgrade: watches.upgrade,
    close: watches.close,
  };
}
