import type { Binding, PoolMode } from './binding';
import type { Journal } from './journal';
import { openJournal } from './journal';
import { createNumberPool, type NumberPool, type Seat } from './number-pool';

/** A pool of numbers as an account has bought it. */
export interface Pool {
  key: string;
  mode: PoolMode;
  numbers: readonly string[];
  bindingsPerNumber: number;
}

export type NewBinding = Pick<
  Binding,
  | 'poolKey'
  | 'mode'
  | 'a'
  | 'b'
  | 'expiresAtMs'
  | 'outId'
  | 'outOrderId'
  | 'recording'
  | 'callRestrict'
  | 'callTimeoutSeconds'
> & { x?: string; extension?: string };

export type BindingChange = Partial<
  Pick<Binding, 'a' | 'b' | 'expiresAtMs' | 'outId' | 'recording' | 'callRestrict'>
>;

/** All bindings of an account. Whatever is answered is on disk; what has run out is free again at once. */
export interface Subscriptions {
  pool(key: string): Pool | undefined;
  /** Throws DyplsError. */
  bind(wanted: NewBinding): Binding;
  unbind(poolKey: string, x: string, subsId: string): void;
  change(poolKey: string, x: string, subsId: string, change: BindingChange): void;
  /** Of a number, the ended too as long as they are remembered. */
  binding(poolKey: string, x: string, subsId: string): Binding | undefined;
  /** In force on a number. */
  onNumber(x: string): Binding[];
  /** In force. */
  all(): Binding[];
  isNumber(x: string): boolean;
  close(): void;
}

/** An error of the product itself, answered with HTTP 200. */
export class DyplsError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'DyplsError';
  }
}

type Entry =
  | { kind: 'bind'; binding: Binding }
  | { kind: 'change'; subsId: string; change: BindingChange }
  | { kind: 'end'; subsId: string; atMs: number }
  /** The next binding's number, so that none is given twice. */
  | { kind: 'next'; number: number };

/** How long an ended binding can still be asked for after a restart. */
const ENDED_KEPT_MS = 24 * 3_600_000;
const FIRST_NUMBER = 1_000_000_700_000_001;

export function openSubscriptions({
  file,
  pools,
  now,
}: {
  file: string;
  pools: Pool[];
  now(): number;
}): Subscriptions {
  const seats = new Map<string, NumberPool>(pools.map((pool) => [pool.key, createNumberPool(pool)]));
  const bindings = new Map<string, Binding>();
  /** In force by number. */
  const byNumber = new Map<string, Set<Binding>>();
  let nextNumber = FIRST_NUMBER;
  let nextExpiryMs = Infinity;

  const { entries, restart } = openJournal<Entry>(file);
  for (const entry of entries) replay(entry);
  for (const binding of bindings.values()) if (binding.endedAtMs === null) seat(binding);
  const journal: Journal<Entry> = restart([
    { kind: 'next', number: nextNumber },
    ...[...bindings.values()]
      .filter(({ endedAtMs }) => endedAtMs === null || now() - endedAtMs < ENDED_KEPT_MS)
      .map((binding): Entry => ({ kind: 'bind', binding })),
  ]);

  function replay(entry: Entry): void {
    if (entry.kind === 'next') nextNumber = entry.number;
    else if (entry.kind === 'bind') {
      bindings.set(entry.binding.subsId, entry.binding);
      nextNumber = Math.max(nextNumber, Number(entry.binding.subsId) + 1);
    } else {
      const binding = bindings.get(entry.subsId);
      if (!binding) return;
      if (entry.kind === 'end') binding.endedAtMs = entry.atMs;
      else Object.assign(binding, entry.change);
    }
  }

  function poolOf(key: string): NumberPool {
    const pool = seats.get(key);
    if (!pool) throw new DyplsError('isv.POOLKEY_NOT_EXISTS', '号池不存在');
    return pool;
  }

  function seat(binding: Binding): void {
    const pool = seats.get(binding.poolKey);
    // Numbers that the account has given back connect nobody any more.
    if (!pool?.numbers.includes(binding.x)) return;
    pool.take(seatOf(binding));
    let standing = byNumber.get(binding.x);
    if (!standing) byNumber.set(binding.x, (standing = new Set()));
    standing.add(binding);
    nextExpiryMs = Math.min(nextExpiryMs, binding.expiresAtMs);
  }

  function unseat(binding: Binding): void {
    if (!byNumber.get(binding.x)?.delete(binding)) return;
    seats.get(binding.poolKey)?.release(seatOf(binding));
  }

  /** What has run out needs no entry: its time stands in the journal. */
  function endExpired(): void {
    const nowMs = now();
    if (nowMs < nextExpiryMs) return;
    nextExpiryMs = Infinity;
    for (const binding of inForce()) {
      if (binding.expiresAtMs > nowMs) nextExpiryMs = Math.min(nextExpiryMs, binding.expiresAtMs);
      else {
        unseat(binding);
        binding.endedAtMs = binding.expiresAtMs;
      }
    }
  }

  function inForce(): Binding[] {
    return [...byNumber.values()].flatMap((standing) => [...standing]);
  }

  function find(poolKey: string, x: string, subsId: string): Binding | undefined {
    poolOf(poolKey);
    const binding = bindings.get(subsId);
    return binding?.poolKey === poolKey && binding.x === x ? binding : undefined;
  }

  return {
    pool: (key) => pools.find((pool) => pool.key === key),
    bind({ x, extension, ...wanted }) {
      endExpired();
      const pool = poolOf(wanted.poolKey);
      if (pool.mode !== wanted.mode) throw new DyplsError('isv.FORBIDDEN_ACTION', '无权操作: 号池类型不符');
      const found = pool.find(guardedPhones(wanted), { x, extension });
      if (found === 'foreign-number')
        throw new DyplsError('isv.FORBIDDEN_ACTION', '无权操作: X号码不存在或X号码不属于此号池');
      if (found === 'conflict') throw new DyplsError('isv.BIND_CONFLICT', '绑定冲突');
      if (found === 'no-available-number') throw new DyplsError('isv.NO_AVAILABLE_NUMBER', '无可用号码');
      const binding: Binding = {
        ...wanted,
        subsId: String(nextNumber),
        x: found.x,
        extension: found.extension,
        createdAtMs: now(),
        endedAtMs: null,
      };
      journal.append({ kind: 'bind', binding });
      nextNumber += 1;
      bindings.set(binding.subsId, binding);
      seat(binding);
      return { ...binding };
    },
    unbind(poolKey, x, subsId) {
      endExpired();
      const binding = find(poolKey, x, subsId);
      if (!binding || binding.endedAtMs !== null)
        throw new DyplsError('isv.SUBS_NOT_EXIST', '绑定关系不存在');
      journal.append({ kind: 'end', subsId, atMs: now() });
      unseat(binding);
      binding.endedAtMs = now();
    },
    change(poolKey, x, subsId, change) {
      endExpired();
      const binding = find(poolKey, x, subsId);
      if (!binding) throw new DyplsError('isv.SUBS_NOT_EXIST', '绑定关系不存在');
      if (binding.endedAtMs !== null) throw new DyplsError('isv.FORBIDDEN_ACTION', '无权操作: 绑定已过期');
      if ((change.a ?? binding.a) === (change.b ?? binding.b))
        throw new DyplsError('isv.ILLEGAL_ARGUMENT', '参数非法: PhoneNoA和PhoneNoB相同');
      if (!poolOf(poolKey).mayChange(seatOf(binding), guardedPhones({ ...binding, ...change })))
        throw new DyplsError('isv.UPDATE_CONFLICT', '更新绑定关系冲突');
      journal.append({ kind: 'change', subsId, change });
      unseat(binding);
      Object.assign(binding, change);
      seat(binding);
    },
    binding(poolKey, x, subsId) {
      endExpired();
      const binding = find(poolKey, x, subsId);
      return binding && { ...binding };
    },
    onNumber(x) {
      endExpired();
      return [...(byNumber.get(x) ?? [])].map((binding) => ({ ...binding }));
    },
    all() {
      endExpired();
      return inForce().map((binding) => ({ ...binding }));
    },
    isNumber: (x) => pools.some(({ numbers }) => numbers.includes(x)),
    close: () => journal.close(),
  };
}

/** Phones that may stand on a number only once: in a pair both, else A, whom a call from A must tell apart. */
function guardedPhones({ mode, a, b }: Pick<Binding, 'mode' | 'a' | 'b'>): string[] {
  return mode === 'axb' && b !== null ? [a, b] : [a];
}

function seatOf(binding: Binding): Seat {
  return { x: binding.x, phones: guardedPhones(binding), extension: binding.extension };
}
