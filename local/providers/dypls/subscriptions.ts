import type { Binding, BindingChange, NewBinding } from './binding';
import { openKeptBindings } from './kept-bindings';
import type { NumberPool, Pool, SeatRefusal } from './number-pool';
import { createSeatedBindings, guardedPhones, seatOf } from './seated-bindings';

/**
 * All bindings of an account. A change is on disk before it is answered; an expired binding's number is free at once.
 */
export interface Subscriptions {
  pool(key: string): Pool | undefined;
  /** Throws DyplsError when the request is refused. */
  bind(wanted: NewBinding): Binding;
  unbind(poolKey: string, x: string, subsId: string): void;
  change(poolKey: string, x: string, subsId: string, change: BindingChange): void;
  /** A binding of a number; an ended one is found as long as it is kept. */
  binding(poolKey: string, x: string, subsId: string): Binding | undefined;
  /** The bindings that are in force on one number. */
  onNumber(x: string): Binding[];
  /** All bindings that are in force. */
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

/** Rejects with a sentence when the file is damaged. */
export async function openSubscriptions({
  file,
  pools,
  now,
}: {
  file: string;
  pools: Pool[];
  now(): number;
}): Promise<Subscriptions> {
  const kept = await openKeptBindings(file, now);
  const seated = createSeatedBindings(pools);
  for (const binding of kept.all()) if (binding.endedAtMs === null) seated.seat(binding);

  function poolOf(key: string): NumberPool {
    const pool = seated.pool(key);
    if (!pool) throw new DyplsError('isv.POOLKEY_NOT_EXISTS', '号池不存在');
    return pool;
  }

  function find(poolKey: string, x: string, subsId: string): Binding | undefined {
    poolOf(poolKey);
    const binding = kept.get(subsId);
    return binding?.poolKey === poolKey && binding.x === x ? binding : undefined;
  }

  return {
    pool: (key) => pools.find((pool) => pool.key === key),
    bind({ x, extension, ...wanted }) {
      seated.endExpired(now());
      const pool = poolOf(wanted.poolKey);
      if (pool.mode !== wanted.mode) throw new DyplsError('isv.FORBIDDEN_ACTION', '无权操作: 号池类型不符');
      const seat = pool.find(guardedPhones(wanted), { x, extension });
      if (typeof seat === 'string') throw new DyplsError(...seatRefusals[seat]);
      const place = { x: seat.x, extension: seat.extension };
      const binding = kept.add({ ...wanted, ...place, createdAtMs: now(), endedAtMs: null });
      seated.seat(binding);
      return { ...binding };
    },
    unbind(poolKey, x, subsId) {
      seated.endExpired(now());
      const binding = find(poolKey, x, subsId);
      if (!binding || binding.endedAtMs !== null)
        throw new DyplsError('isv.SUBS_NOT_EXIST', '绑定关系不存在');
      kept.noteEnd(binding, now());
      seated.unseat(binding);
      binding.endedAtMs = now();
    },
    change(poolKey, x, subsId, change) {
      seated.endExpired(now());
      const binding = find(poolKey, x, subsId);
      if (!binding) throw new DyplsError('isv.SUBS_NOT_EXIST', '绑定关系不存在');
      if (binding.endedAtMs !== null) throw new DyplsError('isv.FORBIDDEN_ACTION', '无权操作: 绑定已过期');
      if ((change.a ?? binding.a) === (change.b ?? binding.b))
        throw new DyplsError('isv.ILLEGAL_ARGUMENT', '参数非法: PhoneNoA和PhoneNoB相同');
      if (!poolOf(poolKey).mayChange(seatOf(binding), guardedPhones({ ...binding, ...change })))
        throw new DyplsError('isv.UPDATE_CONFLICT', '更新绑定关系冲突');
      kept.noteChange(binding, change);
      seated.unseat(binding);
      Object.assign(binding, change);
      seated.seat(binding);
    },
    binding(poolKey, x, subsId) {
      seated.endExpired(now());
      const binding = find(poolKey, x, subsId);
      return binding && { ...binding };
    },
    onNumber(x) {
      seated.endExpired(now());
      return seated.onNumber(x).map((binding) => ({ ...binding }));
    },
    all() {
      seated.endExpired(now());
      return seated.all().map((binding) => ({ ...binding }));
    },
    isNumber: (x) => pools.some(({ numbers }) => numbers.includes(x)),
    close: () => kept.close(),
  };
}

const seatRefusals: Record<SeatRefusal, [code: string, message: string]> = {
  'foreign-number': ['isv.FORBIDDEN_ACTION', '无权操作: X号码不存在或X号码不属于此号池'],
  conflict: ['isv.BIND_CONFLICT', '绑定冲突'],
  'no-available-number': ['isv.NO_AVAILABLE_NUMBER', '无可用号码'],
};
