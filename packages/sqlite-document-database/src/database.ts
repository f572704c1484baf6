import type { CollectionSpec } from './collection-spec';
import { addCollection, applyCollections, areApplied } from './actions/manage-collections';
import { abortTransaction, commitTransaction, startTransaction } from './actions/manage-transactions';
import { aggregateDocuments, calculateDocument, getDocument } from './actions/read-documents';
import { transactional, type Body } from './actions/request';
import { insertDocument } from './actions/insert-documents';
import { modifyAndReturnDoc, modifyDocument, removeDocument } from './actions/modify-documents';
import { bulkLoad } from './bulk-load';
import type { Engine } from './engine';
import { explain, type Explanation } from './explain';
import { usualCheckpointWrites, usualLongWrites, type LongWriteSizes } from './limits';
import { newMemory, type MemoryReport } from './read/memory';
import type { RowsRead } from './read/rows-read';
import { invalidParam } from './refusals';
import { loadCollections, reloadCollections } from './storage/catalogue';
import { checkpointer } from './storage/checkpointer';
import { commitQueue } from './storage/commit-queue';
import { openFolder } from './storage/folder';
import { newGate } from './storage/gate';
import { transactions } from './transaction/transactions';
import { undoLoads } from './unfinished-loads';
import { snapshotReader } from './watch/snapshot-reader';
import { watchDocuments } from './watch/watch-documents';
import type { Watcher } from './watch/watch';
import { watchedQueries } from './watch/watched-queries';
import { newJournal } from './write/journal';

export interface Database {
  /**
   * Answers one `database.*` action of the wire protocol.
   * @param body the parsed JSON request
   * @param rows counts the documents that the operation reads
   * @returns the fields of the response except `requestId`
   * @throws PlatformError
   */
  handle(action: string, body: Record<string, unknown>, rows?: RowsRead): Promise<Record<string, unknown>>;
  /**
   * Watches the result of a query (`collectionName`, `query`, `order`, `limit` of the wire protocol).
   * @returns a function that ends the watch, after the watcher received the first result
   * @throws PlatformError as the query itself would
   */
  watch(body: Record<string, unknown>, watcher: Watcher): Promise<() => void>;
  /**
   * Creates missing collections and indexes.
   * @throws Error naming the index when existing documents break its uniqueness
   */
  applyCollections(specs: CollectionSpec[]): Promise<void>;
  /**
   * Inserts plain documents (each with an `_id`), all or none; far faster than one by one. Other operations wait
   * meanwhile, open transactions get a conflict, and closing the database ends the load.
   * @param progress how many are in; their index entries follow after the last
   * @returns how many
   */
  bulkLoad(
    collection: string,
    documents: Iterable<Record<string, unknown>>,
    progress?: (done: number) => void,
  ): Promise<number>;
  /** Explains how a query would be answered, for developers. */
  explain(
    collection: string,
    query: unknown,
    options?: { order?: unknown; limit?: number },
  ): Promise<Explanation>;
  /** The memory of the database itself, without the disk's caches. */
  memoryReport(): MemoryReport;
  /**
   * Closes the database: earlier requests are answered first, later ones are refused, and open transactions are undone.
   */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The data folder; created when missing. */
  dir: string;
  collections?: CollectionSpec[];
  /** The clock, in milliseconds since 1970. */
  now?(): number;
  log?(line: string): void;
  /** The number of writes after which the log is checkpointed into the file. */
  checkpointWrites?: number;
  longWrites?: LongWriteSizes;
}

/** Opens the database of a data folder. @throws Error with a sentence when the folder cannot be used */
export async function openDatabase({
  dir,
  collections = [],
  now = Date.now,
  log = () => undefined,
  checkpointWrites = usualCheckpointWrites,
  longWrites = usualLongWrites,
}: DatabaseOptions): Promise<Database> {
  const folder = await openFolder(dir);
  const memory = newMemory();
  const journal = newJournal();
  const target = { sql: folder.writer, memory, journal };
  const known = loadCollections(folder.writer);
  const background = checkpointer(folder.path, checkpointWrites, log);
  const queue = commitQueue(folder.writer, {
    written: journal.written,
    refused: journal.refused,
    undone() {
      journal.undone();
      memory.clear();
      try {
        reloadCollections(folder.writer, known);
      } catch (cause) {
        // The disk cannot even be read, so the last known collections stay.
        log(`database: cannot read the catalogue: ${(cause as Error).message}`);
      }
    },
    committed(writes) {
      journal.committed();
      background.committed(writes);
    },
  });
  const gate = newGate();
  const engine: Engine = {
    folder,
    queue,
    memory,
    target,
    transactions: transactions({ queue, target, openReader: () => folder.openReader(), now, log }),
    collections: known,
    view: { sql: folder.writer, memory, log },
    longWrites,
    emptyLog: background.emptyLog,
    closing: gate.isShut,
    now,
    log,
  };
  const snapshots = snapshotReader(engine, gate.enter);
  const watched = watchedQueries(engine, snapshots);
  const emptying = createEmptying(background.emptyLog);
  const shutDown = async (): Promise<void> => {
    emptying.stop();
    const left = gate.shut();
    // The closed gate refuses commits of open transactions, so the writes that wait for them may go on.
    engine.transactions.interrupt();
    watched.close();
    await left.then(queue.ended);
    await snapshots.close();
    engine.transactions.close();
    await background.close();
    memory.clear();
    folder.close();
  };
  const aloneAtWork = <T>(run: () => Promise<T>): Promise<T> =>
    gate.alone(
      () => {
        // Callers that were inside the gate may have begun transactions since.
        engine.transactions.interrupt();
        return run();
      },
      () => engine.transactions.interrupt(),
    );
  let closed: Promise<void> | undefined;
  const close = (): Promise<void> => (closed ??= shutDown());
  try {
    await undoLoads(engine);
    await applyCollections(engine, collections);
  } catch (cause) {
    await close();
    throw cause;
  }
  return {
    handle: (action, body, rows) => {
      if (action === 'database.removeDocument') emptying.soon();
      return gate.enter(() => served(engine, action, body, rows));
    },
    watch: (body, watcher) => watchDocuments(engine, watched, body, watcher),
    async applyCollections(specs) {
      if (areApplied(engine, specs)) return;
      // Runs alone, because a read may walk a table that this drops, and an old snapshot lacks the new tables.
      await aloneAtWork(() => applyCollections(engine, specs));
    },
    bulkLoad: (collection, documents, progress) =>
      // The loaded documents may contain a unique key that a transaction has claimed for its commit.
      aloneAtWork(() => bulkLoad(engine, collection, documents, progress)),
    explain: (collection, query, options) => gate.enter(() => explain(engine, collection, query, options)),
    memoryReport: () => memory.report(),
    close,
  };
}

async function served(engine: Engine, action: string, body: Body, rows: RowsRead | undefined): Promise<Body> {
  const run = Object.hasOwn(servedActions, action) ? servedActions[action] : undefined;
  if (!run) throw invalidParam(`unsupported action ${action}`);
  return run(rows ? { ...engine, view: { ...engine.view, rows } } : engine, body);
}

/** The longest time that removed bytes remain in the log. */
const erasedBytesMs = 60_000;

/** Checkpoints and truncates the log some time after a removal, because the log holds the removed bytes until then. */
function createEmptying(emptyLog: () => Promise<void>): { soon(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  return {
    soon() {
      timer ??= setTimeout(() => {
        timer = undefined;
        void emptyLog();
      }, erasedBytesMs).unref();
    },
    stop: () => clearTimeout(timer),
  };
}

const servedActions: Record<string, (engine: Engine, body: Body) => Body | Promise<Body>> = {
  'database.insertDocument': transactional(insertDocument),
  'database.getDocument': durableRead(transactional(getDocument, 'where().get()')),
  'database.modifyDocument': transactional(modifyDocument, 'where().update()'),
  'database.modifyAndReturnDoc': transactional(modifyAndReturnDoc, 'where().updateAndReturn()'),
  'database.removeDocument': transactional(removeDocument, 'where().remove()'),
  'database.calculateDocument': durableRead(calculateDocument),
  'database.aggregateDocuments': durableRead(aggregateDocuments),
  'database.addCollection': addCollection,
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
};

/**
 * A read may see a write that is still being committed. It is answered when the commit is on disk, and repeated if the
 * commit was undone.
 */
function durableRead(read: (engine: Engine, body: Body) => Promise<Body>): typeof read {
  return async (engine, body) => {
    while (true) {
      const result = await read(engine, body);
      const durable = engine.queue.settled();
      if (!durable || (await durable.then(() => true).catch(() => false))) return result;
    }
  };
}
