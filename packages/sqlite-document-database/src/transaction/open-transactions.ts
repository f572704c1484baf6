import { randomBytes } from 'node:crypto';
import { transactionMs } from '../limits';
import { transactionConflict, transactionGone } from '../refusals';
import type { Locks } from './locks';
import type { Snapshots } from './snapshots';
import type { Transaction } from './transaction';

/** The transactions that have neither ended nor expired. */
export interface OpenTransactions {
  readonly size: number;
  begin(token: string): Transaction;
  /** @throws PlatformError when it has ended or expired */
  get(id: string): Transaction;
  has(id: string): boolean;
  /** @throws PlatformError when it has ended */
  check(transaction: Transaction): void;
  withToken(token: string): boolean;
  /**
   * Runs an operation of a transaction.
   * @throws PlatformError when it has ended or expired, also if that happens meanwhile
   */
  use<T>(id: string, run: (transaction: Transaction) => Promise<T>): Promise<T>;
  finish(transaction: Transaction): void;
  /**
   * Ends a transaction that got a conflict.
   * @returns the error to throw
   */
  conflict(transaction: Transaction): Error;
  abort(id: string): void;
  expire(): void;
  interrupt(): void;
}

interface Needs {
  held: Locks<Transaction>;
  taken: Snapshots;
  now(): number;
}

/** How many ended transactions are remembered, so that a late operation gets the right refusal. */
const mostEnded = 1000;

export function createOpenTransactions({ held, taken, now }: Needs): OpenTransactions {
  const open = new Map<string, Transaction>();
  const ended = new Map<string, 'finished' | 'interrupted'>();

  const finish = (transaction: Transaction, how: 'finished' | 'interrupted' = 'finished'): void => {
    open.delete(transaction.id);
    if (ended.size > mostEnded) ended.clear();
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
      if (now() - transaction.startedMs > transactionMs) finish(transaction);
  };

  const over = (id: string): Error =>
    ended.get(id) === 'interrupted' ? transactionConflict() : transactionGone();

  const get = (id: string): Transaction => {
    expire();
    const transaction = open.get(id);
    if (!transaction) throw over(id);
    return transaction;
  };

  return {
    get size() {
      return open.size;
    },
    begin(token) {
      expire();
      const transaction = newTransaction(token, now());
      open.set(transaction.id, transaction);
      setTimeout(expire, transactionMs + 50).unref();
      return transaction;
    },
    get,
    has: (id) => open.has(id),
    check({ id }) {
      if (!open.has(id)) throw over(id);
    },
    withToken: (token) =>
      token !== '' && [...open.values()].some((transaction) => transaction.token === token),
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
    finish: (transaction) => finish(transaction),
    conflict(transaction) {
      finish(transaction);
      return transactionConflict();
    },
    abort(id) {
      const transaction = open.get(id);
      if (transaction) finish(transaction);
      else if (!ended.has(id)) throw transactionGone();
    },
    expire,
    interrupt() {
      for (const transaction of open.values()) finish(transaction, 'interrupted');
    },
  };
}

function newTransaction(token: string, startedMs: number): Transaction {
  let end!: () => void;
  const ended = new Promise<void>((resolve) => (end = resolve));
  const id = randomBytes(16).toString('hex');
  return { id, startedMs, token, busy: 0, writes: new Map(), ended, end };
}
