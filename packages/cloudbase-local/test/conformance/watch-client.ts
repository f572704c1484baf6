import type * as Tencent from '@cloudbase/database';
import { SocketClient } from './socket-client';

interface Change {
  id: number;
  queueType: string;
  dataType: string;
  docId: string;
  doc?: Record<string, unknown>;
  updatedFields?: object;
  removedFields?: string[];
}
export interface Snapshot {
  id: number;
  docs: Record<string, unknown>[];
  docChanges: Change[];
}
export interface Query {
  where(condition: object): Query;
  limit(count: number): Query;
  doc(id: string): Query;
  watch(options: { onChange(snapshot: Snapshot): void; onError(error: unknown): void }): {
    close(): Promise<void>;
  };
}
export interface WatchDatabase {
  collection(name: string): Query;
  command: { gt(n: number): unknown };
}

/** The snapshots and errors that a page received. */
export interface Listener {
  snapshots: Snapshot[];
  errors: unknown[];
  close(): Promise<void>;
}

/**
 * Tencent's client of one person. It keeps its connection in a static field, so each person has a copy of the module.
 */
export function databaseOf(openid: string, origin: string): WatchDatabase {
  let Db: typeof Tencent.Db | undefined;
  jest.isolateModules(() => ({ Db } = jest.requireActual<typeof Tencent>('@cloudbase/database')));
  const statics = Db as Record<'reqClass' | 'wsClass', unknown> & (new (config: object) => unknown);
  statics.wsClass = SocketClient;
  statics.reqClass = class {
    send() {
      const wsUrl = `${origin.replace('http', 'ws')}/database/watch`;
      return Promise.resolve({ data: { signStr: openid, wsUrl, secretVersion: 1, envId: 'env' } });
    }
  };
  return new statics({ env: 'env' }) as WatchDatabase;
}

export function listen(query: Query): Listener {
  const snapshots: Snapshot[] = [];
  const errors: unknown[] = [];
  const { close } = query.watch({
    onChange: (snapshot) => void snapshots.push(snapshot),
    onError: (error) => void errors.push(error),
  });
  return { snapshots, errors, close };
}

export async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 2000 && !isSo(); turn++) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isSo()).toBe(true);
}

/** Sets the order as `watch()` reads it: a list of fields, although this version's own `orderBy` leaves an object. */
export function ordered(query: Query, ...order: { field: string; direction: string }[]): Query {
  Object.assign((query as Query & { _apiOptions: object })._apiOptions, { order });
  return query;
}

export const ids = ({ docs }: Snapshot) => docs.map(({ _id }) => _id);
export const words = ({ docChanges }: Snapshot) =>
  docChanges.map(({ queueType, dataType, docId }) => `${queueType} ${dataType} ${docId}`);

/**
 * Tencent's client keeps asking every ten seconds after its last watch was closed; its timers must not keep Jest from
 * ending.
 */
export function quietClient(): void {
  const { setTimeout: start } = globalThis;
  globalThis.setTimeout = ((run: () => void, ms?: number) => start(run, ms).unref()) as typeof setTimeout;
  // The client also logs every step to the console.
  for (const level of ['log', 'warn', 'error'] as const)
    jest.spyOn(console, level).mockImplementation(() => undefined);
}
