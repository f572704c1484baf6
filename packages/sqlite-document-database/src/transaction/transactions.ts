import { randomBytes } from 'node:crypto';
import { keyText } from '../index/key';
import { TRANSACTION_MS } from '../limits';
import { rowById, documentOf, type View } from '../read/view';
import { transactionConflict, transactionGone } from '../refusals';
import type { Collection } from '../storage/catalogue';
import { Retry, type CommitQueue } from '../storage/commit-queue';
import type { Sql } from '../storage/sqlite';
import type { Document } from '../values/value';
import { preparePut, put, remove, type PreparedPut, type WriteTarget } from '../write/put-document';
import { documentLock, locks, uniqueLock, type Locks } from './locks';
import { prepareWrite } from './prepare-write';
import { snapshots } from './snapshots';
import type { Transaction, Write } from './transaction';

export interface Transactions {
  begin(token: string): Transaction;
  /** Runs an operation of a transaction. @throws PlatformError when it has ended or expired, be it meanwhile */
  use<T>(id: string, run: (transaction: Transaction) => Promise<T>): Promise<T>;
  openWith(token: string): boolean;
  /**
   * What the transaction sees of a collection; its snapshot is taken at the first call.
   * @throws PlatformError a conflict, when the collection was made since
   */
  view(transaction: Transaction, collection: Collection): Promise<View>;
  /**
   * Keeps a write for the commit: null removes.
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
  /** For writes outside of transactions: waits for who holds the document or a unique key, and notes the change. */
  claim(collection: Collection, idKey: Uint8Array, prepared?: PreparedPut): void;
  /** Ends all that are open; who goes on with one meets a conflict, upon which the SDKs begin anew. */
  interrupt(): void;
  /** Closes the connections, when no operation is at work any more. */
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
  const open = new Map<string, Transaction>();
  const ended = new Map<string, 'finished' | 'interrupted'>();
  const held: Locks<Transaction> = locks();
  const taken = snapshots(queue, openReader, () => held.now());

  const finish = (transaction: Transaction, how: 'finished' | 'interrupted' = 'finished'): void => {
    open.delete(transaction.id);
    if (ended.size > 1000) ended.clear();
    ended.set(transaction.id, how);
    held.release(transaction);
    if (open.size === 0) held.forget();
    if (transaction.busy === 0) giveBack(transaction);
    transaction.end();
  };

  const giveBack = (transaction: Transaction): void => {
    const { snapshot } = transaction;
    transaction.snapshot = undefined;
    if (snapshot) taken.giveBack(snapshot);
  };

  const expire = (): void => {
    for (const transaction of open.values())
      if (now() - transaction.startedMs > TRANSACTION_MS) finish(transaction);
  };

  const over = (id: string): Error =>
    ended.get(id) === 'interrupted' ? transactionConflict() : transactionGone();

  const get = (id: string): Transaction => {
    expire();
    const transaction = open.get(id);
    if (!transaction) throw over(id);
    return transaction;
  };

  const conflict = (transaction: Transaction): Error => {
    finish(transaction);
    return transactionConflict();
  };

  /** Refuses what cannot be written, and holds the unique keys that it takes. */
  const prepare = (
    transaction: Transaction,
    collection: Collection,
    idKey: Uint8Array,
    document: Document,
  ): void => {
    const own = transaction.writes.get(collection) ?? new Map<string, Write>();
    const prepared = prepareWrite(target.sql, own, collection, idKey, document);
    for (const { index, added } of prepared.changes) {
      if (!index.unique) continue;
      for (const entry of added) {
        const name = uniqueLock(index.id, keyText(entry.key));
        const holder = held.holder(name);
        if (holder && holder !== transaction) throw conflict(transaction);
        held.hold(name, transaction);
      }
    }
  };

  return {
    begin(token) {
      expire();
      let end!: () => void;
      const promise = new Promise<void>((resolve) => (end = resolve));
      const transaction: Transaction = {
        id: randomBytes(16).toString('hex'),
        startedMs: now(),
        token,
        busy: 0,
        writes: new Map(),
        ended: promise,
        end,
      };
      open.set(transaction.id, transaction);
      setTimeout(expire, TRANSACTION_MS + 50).unref();
      return transaction;
    },
    async use(id, run) {
      const transaction = get(id);
      transaction.busy++;
      try {
        const result = await run(transaction);
        if (!open.has(id)) throw over(id);
        return result;
      } finally {
        transaction.busy--;
        if (transaction.busy === 0 && !open.has(id)) giveBack(transaction);
      }
    },
    openWith: (token) =>
      token !== '' && [...open.values()].some((transaction) => transaction.token === token),
    async view(transaction, collection) {
      transaction.opening ??= taken.take().then((snapshot) => (transaction.snapshot = snapshot));
      const { reader, collections } = await transaction.opening;
      if (!open.has(transaction.id)) throw over(transaction.id);
      if (!collections.has(collection.id)) throw conflict(transaction);
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
      // Ended while the operation looked for the document: what it claimed now nobody would give back.
      if (!open.has(transaction.id)) throw over(transaction.id);
      const idText = keyText(idKey);
      const name = documentLock(collection, idText);
      const holder = held.holder(name);
      if (holder && holder !== transaction) throw conflict(transaction);
      if (held.changedSince(name, transaction.snapshot?.moment ?? Infinity)) throw conflict(transaction);
      if (document) prepare(transaction, collection, idKey, document);
      held.hold(name, transaction);
      let writes = transaction.writes.get(collection);
      if (!writes) transaction.writes.set(collection, (writes = new Map()));
      const earlier = writes.get(idText);
      writes.set(idText, { idKey, document, isUpdate: isUpdate && (earlier?.isUpdate ?? true) });
    },
    async commit(id) {
      const transaction = get(id);
      try {
        if (transaction.writes.size) await queue.write(() => apply(target, transaction, held));
      } finally {
        if (open.has(id)) finish(transaction);
      }
    },
    abort(id) {
      const transaction = open.get(id);
      if (transaction) finish(transaction);
      else if (!ended.has(id)) throw transactionGone();
    },
    claim(collection, idKey, prepared) {
      if (open.size === 0) return;
      expire();
      const names = [documentLock(collection, keyText(idKey))];
      for (const { index, added } of prepared?.changes ?? [])
        if (index.unique) for (const entry of added) names.push(uniqueLock(index.id, keyText(entry.key)));
      for (const name of names) {
        const holder = held.holder(name);
        if (holder) throw new Retry(holder.ended);
      }
      held.changed(names[0] as string);
    },
    interrupt() {
      for (const transaction of open.values()) finish(transaction, 'interrupted');
    },
    close: taken.close,
  };
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
