import { nodeSdk, realEnvironment, wxSdk } from './fixture-cloud';

/** A document as either SDK returns it. */
export type Row = Record<string, unknown>;

/** Stages in order: the SDK's method and its argument. */
export type Stages = [stage: string, operand: unknown][];

export interface FindOptions {
  order?: [path: string, direction: 'asc' | 'desc'][];
  skip?: number;
  limit?: number;
  field?: Row;
}

/** A collection, used with the same words through either SDK. */
export interface Spoken {
  /** @returns the id */
  add(document: Row): Promise<string>;
  addAll(documents: Row[]): Promise<unknown>;
  find(query?: Row, options?: FindOptions): Promise<Row[]>;
  count(query: Row): Promise<number>;
  /** @returns how many were changed */
  update(query: Row, data: Row, multi?: boolean): Promise<number>;
  remove(query: Row, multi?: boolean): Promise<number>;
  /** The document with this id; undefined when it is missing. */
  read(id: string | number, field?: Row): Promise<Row | undefined>;
  set(id: string | number, data: Row): Promise<{ updated: number; created: boolean }>;
  patch(id: string | number, data: Row): Promise<number>;
  drop(id: string | number): Promise<number>;
  aggregate(stages: Stages): Promise<Row[]>;
}

type CommandName =
  | 'eq'
  | 'neq'
  | 'gt'
  | 'gte'
  | 'lt'
  | 'lte'
  | 'in'
  | 'nin'
  | 'and'
  | 'or'
  | 'nor'
  | 'not'
  | 'exists'
  | 'mod'
  | 'all'
  | 'elemMatch'
  | 'size'
  | 'expr'
  | 'geoNear'
  | 'geoWithin'
  | 'geoIntersects'
  | 'jsonSchema'
  | 'set'
  | 'remove'
  | 'inc'
  | 'mul'
  | 'min'
  | 'max'
  | 'rename'
  | 'bit'
  | 'push'
  | 'pop'
  | 'shift'
  | 'unshift'
  | 'pull'
  | 'pullAll'
  | 'addToSet';

/** `db.command`, `_` in every sample. */
export type Command = Record<CommandName, (...operands: unknown[]) => unknown> & {
  aggregate: Record<string, (operand: unknown) => unknown>;
  project: Record<'slice' | 'elemMatch', (operand: unknown) => unknown>;
};

/** One SDK. */
export interface Speaker {
  name: string;
  _: Command;
  Geo: Record<string, new (...parts: never[]) => { toJSON(): unknown }>;
  serverDate(options?: { offset: number }): unknown;
  RegExp(given: { regexp: string; options?: string }): unknown;
  /** `wx-server-sdk` offers none, but passes on what it stands for. */
  ObjectId(given: { id: string }): unknown;
  collection(name: string): Spoken;
  createCollection(name: string): Promise<unknown>;
  transaction<T>(run: (transaction: SpokenTransaction) => Promise<T>): Promise<T>;
  startTransaction(): Promise<SpokenTransaction>;
}

export interface SpokenTransaction {
  collection(name: string): Spoken;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

/** The part of either SDK that the tests use; the SDKs' own types differ from each other and from their behaviour. */
interface SdkQuery {
  where(query: Row): SdkQuery;
  orderBy(path: string, direction: string): SdkQuery;
  skip(count: number): SdkQuery;
  limit(count: number): SdkQuery;
  field(projection: Row): SdkQuery;
  options(options: { multiple: boolean }): SdkQuery;
  get(): Promise<{ data: Row[] | Row | null }>;
  count(): Promise<{ total: number }>;
  update(data: Row): Promise<Changed>;
  remove(options?: Row): Promise<Changed>;
}

interface SdkDocument {
  field(projection: Row): SdkDocument;
  get(): Promise<{ data: Row[] | Row | null }>;
  set(data: Row): Promise<Changed>;
  update(data: Row): Promise<Changed>;
  remove(): Promise<Changed>;
}

interface SdkCollection extends SdkQuery {
  add(data: unknown): Promise<{ id?: string; _id?: string }>;
  doc(id: string | number): SdkDocument;
  aggregate(): SdkPipeline;
}

type SdkPipeline = Record<string, (operand: unknown) => SdkPipeline> & {
  end(): Promise<{ data?: Row[]; list?: Row[] }>;
};

interface Changed {
  updated?: number;
  deleted?: number;
  upsertedId?: unknown;
  stats?: { updated?: number; removed?: number; created?: number };
}

interface SdkTransaction {
  collection(name: string): SdkCollection;
  commit(): Promise<unknown>;
  rollback(reason?: unknown): Promise<unknown>;
}

interface SdkDatabase extends SdkTransaction {
  command: Command;
  Geo: Speaker['Geo'];
  serverDate: Speaker['serverDate'];
  RegExp: Speaker['RegExp'];
  ObjectId?: Speaker['ObjectId'];
  createCollection(name: string): Promise<unknown>;
  runTransaction<T>(run: (transaction: SdkTransaction) => Promise<T>): Promise<T>;
  startTransaction(): Promise<SdkTransaction>;
}

/** Both SDKs by name; in a deployed environment only the one that works outside functions. */
export const speakers: [name: string, speaker: () => Speaker][] = [
  ['@cloudbase/node-sdk', () => speaker('@cloudbase/node-sdk', nodeSdk().database(), false)],
  ...(realEnvironment === undefined ? [['wx-server-sdk', wxSpeaker] as [string, () => Speaker]] : []),
];

function wxSpeaker(): Speaker {
  return speaker('wx-server-sdk', wxSdk().database({ throwOnNotFound: false } as never), true);
}

/** @param wrapped whether data is given as `{data: …}`, as in wx-server-sdk */
function speaker(name: string, sdk: unknown, wrapped: boolean): Speaker {
  const db = sdk as SdkDatabase;
  const speak = (transaction: SdkTransaction): SpokenTransaction => ({
    collection: (collectionName) => spoken(transaction.collection(collectionName), wrapped),
    commit: () => transaction.commit(),
    rollback: (reason) => transaction.rollback(reason),
  });
  return {
    name,
    _: db.command,
    Geo: db.Geo,
    serverDate: (options) => db.serverDate(options),
    RegExp: (given) => db.RegExp(given),
    ObjectId: ({ id }) => (db.ObjectId ? db.ObjectId({ id }) : { $oid: id }),
    collection: (collectionName) => spoken(db.collection(collectionName), wrapped),
    createCollection: (collectionName) => db.createCollection(collectionName),
    transaction: (run) => db.runTransaction((transaction) => run(speak(transaction))),
    startTransaction: async () => speak(await db.startTransaction()),
  };
}

function spoken(collection: SdkCollection, wrapped: boolean): Spoken {
  const data = (value: unknown): Row => (wrapped ? { data: value } : (value as Row));
  const narrowed = (query: SdkQuery, multi: boolean): SdkQuery =>
    multi || wrapped ? query : query.options({ multiple: false });
  return {
    async add(document) {
      const { id, _id } = await collection.add(data(document));
      return String(id ?? _id);
    },
    addAll: (documents) => collection.add(data(documents)),
    async find(query = {}, { order = [], skip, limit, field } = {}) {
      let asked = collection.where(query);
      for (const [path, direction] of order) asked = asked.orderBy(path, direction);
      if (skip !== undefined) asked = asked.skip(skip);
      if (limit !== undefined) asked = asked.limit(limit);
      if (field !== undefined) asked = asked.field(field);
      return (await asked.get()).data as Row[];
    },
    count: async (query) => (await collection.where(query).count()).total,
    async update(query, change, multi = true) {
      const asked = narrowed(collection.where(query), multi);
      return updatedOf(await asked.update(wrapped ? { data: change, multi } : change));
    },
    async remove(query, multi = true) {
      const changed = await narrowed(collection.where(query), multi).remove({ multi });
      return changed.deleted ?? changed.stats?.removed ?? 0;
    },
    async read(id, field) {
      const document = collection.doc(id);
      const { data: found } = await (field === undefined ? document : document.field(field)).get();
      return (Array.isArray(found) ? found[0] : found) ?? undefined;
    },
    async set(id, document) {
      const changed = await collection.doc(id).set(data(document));
      return {
        updated: updatedOf(changed),
        created: Boolean(changed.stats ? changed.stats.created : changed.upsertedId),
      };
    },
    patch: async (id, change) => updatedOf(await collection.doc(id).update(data(change))),
    async drop(id) {
      const changed = await collection.doc(id).remove();
      return changed.deleted ?? changed.stats?.removed ?? 0;
    },
    async aggregate(stages) {
      let pipeline = collection.aggregate();
      for (const [stage, operand] of stages)
        pipeline = (pipeline[stage] as (given: unknown) => SdkPipeline).call(pipeline, operand);
      const { data: rows, list } = await pipeline.end();
      return rows ?? list ?? [];
    },
  };
}

function updatedOf(changed: Changed): number {
  return changed.updated ?? changed.stats?.updated ?? 0;
}
