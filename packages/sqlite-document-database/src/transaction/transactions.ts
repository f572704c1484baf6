import { keyText } from '../index/key';
import { rowById, documentOf, type View } from '../read/view';
import type { Collection } from '../storage/catalogue';
import { Retry, type CommitQueue } from '../storage/commit-queue';
import type { Sql } from '../storage/sqlite';
import type { Document } from '../values/value';
import { preparePut, put, remove, type PreparedPut, type WriteTarget } from '../write/put-document';
import { documentLock, locks, uniqueLock, type Locks } from './locks';
import { createOpenTransactions } from './open-transactions';
import { prepareWrite } from './prepare-write';
import { snapshots } from './snapshots';
import type { Transaction, Write } from './transaction';

export interface Transactions {
  begin(token: string): Transaction;
  /**
   * Runs an operation of a transaction.
   * @throws PlatformError when it has ended or expired, also if that happens meanwhile
   */
  use<T>(id: string, run: (transaction: Transaction) => Promise<T>): Promise<T>;
  openWith(token: string): boolean;
  /**
   * The transaction's view of a collection; its snapshot is taken at the first call.
   * @throws PlatformError a conflict, when the collection was created since
   */
  view(transaction: Transaction, collection: Collection): Promise<View>;
  /**
   * Keeps a write for the commit; null removes the document.
   * @param isUpdate made by update operators, and not written whole
   * @throws PlatformError conflict, duplicate key
   */
  write(
    transaction: Transaction,
    collection: Collection,
    idKey: Uint8Array,
    document: Document | null,
    isUpdate?: boolean,
  ): void;
  commit(id: string): Promise<void>;
  abort(id: string): void;
  /**
   * For writes outside of transactions: waits for a transaction that holds the document or a unique key, and records
   * the change.
   */
  claim(collection: Collection, idKey: Uint8Array, prepared?: PreparedPut): void;
  /** Ends all open transactions. Their next operation meets a conflict, after which the SDKs repeat the transaction. */
  interrupt(): void;
  /** Closes the connections, once no operation uses them. */
  close(): void;
}

interface Needs {
  queue: CommitQueue;
  target: WriteTarget;
  openReader(): Promise<Sql>;
  now(): number;
  log(line: string): void;
}

export function transactions({ queue, target, openReader, now, log }: Needs): Transactions {
  const held: Locks<Transaction> = locks();
  const taken = snapshots(queue, openReader, () => held.now());
  const open = createOpenTransactions({ held, taken, now });

  /** @throws PlatformError a conflict, when another transaction holds the lock */
  const requireFree = (name: string, transaction: Transaction): void => {
    const holder = held.holder(name);
    if (holder && holder !== transaction) throw open.conflict(transaction);
  };

  /** Refuses invalid documents, and claims the unique keys of the new one. */
  const prepare = (
    transaction: Transaction,
    collection: Collection,
    idKey: Uint8Array,
    document: Document,
  ): void => {
    const own = transaction.writes.get(collection) ?? new Map<string, Write>();
    for (const name of uniqueLocks(prepareWrite(target.sql, own, collection, idKey, document))) {
      requireFree(name, transaction);
      held.hold(name, transaction);
    }
  };

  return {
    begin: open.begin,
    use: open.use,
    openWith: open.withToken,
    async view(transaction, collection) {
      transaction.opening ??= taken.take().then((snapshot) => (transaction.snapshot = snapshot));
      const { reader, collections } = await transaction.opening;
      open.check(transaction);
      if (!collections.has(collection.id)) throw open.conflict(transaction);
      return {
        sql: reader,
        log,
        written: (collection) => {
          const writes = transaction.writes.get(collection);
          return writes && new Map([...writes].map(([id, { document }]) => [id, document]));
        },
      };
    },
    write(transaction, collection, idKey, document, isUpdate = false) {
      // The transaction may have ended while the operation looked for the document, and a lock taken now would never be
      // released.
      open.check(transaction);
      const idText = keyText(idKey);
      const name = documentLock(collection, idText);
      requireFree(name, transaction);
      if (held.changedSince(name, transaction.snapshot?.moment ?? Infinity)) throw open.conflict(transaction);
      if (document) prepare(transaction, collection, idKey, document);
      held.hold(name, transaction);
      let writes = transaction.writes.get(collection);
      if (!writes) transaction.writes.set(collection, (writes = new Map()));
      const earlier = writes.get(idText);
      writes.set(idText, { idKey, document, isUpdate: isUpdate && (earlier?.isUpdate ?? true) });
    },
    async commit(id) {
      const transaction = open.get(id);
      try {
        if (transaction.writes.size) await queue.write(() => apply(target, transaction, held));
      } finally {
        if (open.has(id)) open.finish(transaction);
      }
    },
    abort: open.abort,
    claim(collection, idKey, prepared) {
      if (open.size === 0) return;
      open.expire();
      const document = documentLock(collection, keyText(idKey));
      for (const name of [document, ...(prepared ? uniqueLocks(prepared) : [])]) {
        const holder = held.holder(name);
        if (holder) throw new Retry(holder.ended);
      }
      held.changed(document);
    },
    interrupt: open.interrupt,
    close: taken.close,
  };
}

/** The locks of the unique keys that a write takes. */
function uniqueLocks({ changes }: PreparedPut): string[] {
  return changes
    .filter(({ index }) => index.unique)
    .flatMap(({ index, added }) => added.map((entry) => uniqueLock(index.id, keyText(entry.key))));
}

/** Writes everything: removals first, so that the unique keys they free can be taken. */
function apply(target: WriteTarget, transaction: Transaction, held: Locks<Transaction>): void {
  for (const [collection, writes] of transaction.writes) {
    const ordered = [...writes.values()].sort(
      (a, b) => Number(a.document !== null) - Number(b.document !== null),
    );
    for (const { idKey, document, isUpdate } of ordered) {
      const row = rowById(target.sql, collection, idKey);
      const previous = row && { rid: row.rid, document: documentOf(row) };
      if (document) put(target, { ...preparePut(collection, idKey, document, previous), isUpdate });
      else if (previous) remove(target, collection, previous);
      held.changed(documentLock(collection, keyText(idKey)));
    }
  }
}
