import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CollectionSpec, IndexSpec } from '../src/collection-spec';
import { openDatabase, type Database, type DatabaseOptions } from '../src/database';
import { parseEjson, stringifyEjson } from '../src/values/ejson';
import type { Document, Value } from '../src/values/value';

/** A database in its own temporary folder. Requests go over the wire format; callers use plain values. */
export interface Scratch {
  database: Database;
  dir: string;
  send(action: string, body: Record<string, unknown>): Promise<Record<string, unknown>>;
  insert(documents: Document[], extra?: Record<string, unknown>): Promise<unknown[]>;
  find(query: Value, extra?: Record<string, unknown>): Promise<Document[]>;
  update(query: Value, data: Value, extra?: Record<string, unknown>): Promise<number>;
  remove(query: Value): Promise<number>;
  aggregate(stages: [name: string, operand: Value][]): Promise<Document[]>;
  /** Begins a transaction and gives its id. */
  begin(): Promise<string>;
  close(): Promise<void>;
}

/**
 * Every call uses the collection `things`. Index keys are written `board_1_place_2dsphere`, with `unique:` in front for
 * a unique index.
 */
export async function scratchDatabase(
  indexes: string[] = [],
  options: Partial<DatabaseOptions> = {},
): Promise<Scratch> {
  const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'documents-'));
  const database = await openDatabase({ ...options, dir, collections: [thingsWith(indexes)] });
  const send: Scratch['send'] = (action, body) =>
    database.handle(`database.${action}`, { collectionName: 'things', ...body });
  return {
    database,
    dir,
    send,
    async insert(documents, extra) {
      const result = await send('insertDocument', { data: documents.map(stringifyEjson), ...extra });
      return (result.data as { insertedIds: unknown[] }).insertedIds;
    },
    async find(query, extra) {
      const { data } = await send('getDocument', {
        queryType: 'WHERE',
        query: stringifyEjson(query),
        limit: 1000,
        ...extra,
      });
      return (data as { list: string[] }).list.map((text) => parseEjson(text) as Document);
    },
    async update(query, data, extra) {
      const body = {
        queryType: 'WHERE',
        query: stringifyEjson(query),
        data: stringifyEjson(data),
        multi: true,
        merge: true,
      };
      return ((await send('modifyDocument', { ...body, ...extra })).data as { updated: number }).updated;
    },
    async remove(query) {
      const body = { queryType: 'WHERE', query: stringifyEjson(query), multi: true };
      return ((await send('removeDocument', body)).data as { deleted: number }).deleted;
    },
    async aggregate(stages) {
      const sent = stages.map(([name, operand]) => ({ stageKey: name, stageValue: stringifyEjson(operand) }));
      const { data } = await send('aggregateDocuments', { stages: sent });
      return (data as { list: string[] }).list.map((text) => parseEjson(text) as Document);
    },
    async begin() {
      return String((await send('startTransaction', {})).transactionId);
    },
    async close() {
      await database.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** The collection `things` with indexes written as `a_1_b_-1`. */
export function thingsWith(indexes: string[]): CollectionSpec {
  return { collectionName: 'things', aclTag: 'ADMINONLY', indexes: indexes.map(readIndex) };
}

function readIndex(text: string): IndexSpec {
  const unique = text.startsWith('unique:');
  const name = unique ? text.slice('unique:'.length) : text;
  const parts = name.split('_');
  const keys: IndexSpec['keys'] = [];
  for (let i = 0; i < parts.length; i += 2)
    keys.push({ name: parts[i] as string, direction: parts[i + 1] as '1' | '-1' | '2dsphere' });
  return { indexName: name, unique, keys };
}
