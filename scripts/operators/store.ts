import { existsSync } from 'node:fs';
import { join } from 'node:path';
import tcb from '@cloudbase/node-sdk';
import { readEnvironmentFile } from 'cloudbase-local';
import { openDatabase, parseEjson, plainJson, type Database } from 'sqlite-document-database';

/** Access to an environment's documents, reduced to what an operator's command needs. */
export interface Store {
  /** Finds documents of a collection by these values, at most `limit`. */
  find(collection: string, condition: Record<string, unknown>, limit: number): Promise<unknown[]>;
  count(collection: string, condition: Record<string, unknown>): Promise<number>;
  /** How many have a greater `field` than this. */
  countAfter(
    collection: string,
    condition: Record<string, unknown>,
    field: string,
    after: number,
  ): Promise<number>;
  insert(collection: string, document: Record<string, unknown>): Promise<void>;
  /** Changes one document; answers whether it existed. */
  update(collection: string, id: string, fields: Record<string, unknown>): Promise<boolean>;
  remove(collection: string, id: string): Promise<void>;
  close(): Promise<void>;
}

/** The local environment of a data folder. An `npm start` that uses the folder must be ended first. */
export async function openLocal(dataDir: string): Promise<Store> {
  // Opening would make a new, empty one, and a mistyped folder would look like a product in which nothing happened.
  if (!existsSync(join(dataDir, 'database')))
    throw new Error(`${dataDir} is no data folder: npm start makes one; --data names another`);
  const { collections } = readEnvironmentFile(join(__dirname, '../../cloudbaserc.json'), () => 'unused');
  const database = await openDatabase({
    dir: join(dataDir, 'database'),
    collections,
    log: (line) => process.stderr.write(`${line}\n`),
  });
  return { ...storeOf(database), close: () => database.close() };
}

/** Wraps an open local database as a store. */
export function storeOf(database: Pick<Database, 'handle'>): Omit<Store, 'close'> {
  const where = (collectionName: string, condition: Record<string, unknown>) => ({
    collectionName,
    queryType: 'WHERE',
    query: JSON.stringify(condition),
  });
  const count: Store['count'] = async (collection, condition) => {
    const answer = await database.handle('database.calculateDocument', where(collection, condition));
    return (answer.data as { total: number }).total;
  };
  return {
    async find(collection, condition, limit) {
      const answer = await database.handle('database.getDocument', {
        ...where(collection, condition),
        limit,
      });
      const { list = [] } = answer.data as { list?: string[] };
      return list.map((text) => plainJson(parseEjson(text)));
    },
    count,
    countAfter: (collection, condition, field, after) =>
      count(collection, { ...condition, [field]: { $gt: after } }),
    async insert(collectionName, document) {
      await database.handle('database.insertDocument', { collectionName, data: [JSON.stringify(document)] });
    },
    async update(collection, id, fields) {
      const answer = await database.handle('database.modifyDocument', {
        ...where(collection, { _id: id }),
        data: JSON.stringify({ $set: fields }),
        multi: false,
        merge: true,
        upsert: false,
      });
      return (answer.data as { updated: number }).updated === 1;
    },
    async remove(collection, id) {
      await database.handle('database.removeDocument', { ...where(collection, { _id: id }), multi: false });
    },
  };
}

/** The environment `envId` of Tencent's cloud, opened with a key of its account. */
export function openCloud(given: { env: string; secretId: string; secretKey: string }): Store {
  const database = tcb.init(given).database();
  return {
    async find(collection, condition, limit) {
      const { data } = await database.collection(collection).where(condition).limit(limit).get();
      return data as unknown[];
    },
    async count(collection, condition) {
      return (await database.collection(collection).where(condition).count()).total ?? 0;
    },
    async countAfter(collection, condition, field, after) {
      const where = { ...condition, [field]: database.command.gt(after) };
      return (await database.collection(collection).where(where).count()).total ?? 0;
    },
    async insert(collection, document) {
      await database.collection(collection).add(document);
    },
    async update(collection, id, fields) {
      return (await database.collection(collection).where({ _id: id }).update(fields)).updated === 1;
    },
    async remove(collection, id) {
      await database.collection(collection).doc(id).remove();
    },
    close: () => Promise.resolve(),
  };
}
