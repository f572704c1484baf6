import type { Binding } from './binding';
import { createNumberPool, type NumberPool, type Pool, type Seat } from './number-pool';

/** The bindings in force, each on a seat of its pool. */
export interface SeatedBindings {
  pool(key: string): NumberPool | undefined;
  seat(binding: Binding): void;
  unseat(binding: Binding): void;
  /** Frees the seats of expired bindings. Nothing needs writing, because the kept binding already holds its expiry. */
  endExpired(nowMs: number): void;
  onNumber(x: string): Binding[];
  all(): Binding[];
}

export function createSeatedBindings(pools: readonly Pool[]): SeatedBindings {
  const seats = new Map<string, NumberPool>(pools.map((pool) => [pool.key, createNumberPool(pool)]));
  const byNumber = new Map<string, Set<Binding>>();
  let nextExpiryMs = Infinity;

  const all = (): Binding[] => [...byNumber.values()].flatMap((bindings) => [...bindings]);

  function unseat(binding: Binding): void {
    if (!byNumber.get(binding.x)?.delete(binding)) return;
    seats.get(binding.poolKey)?.release(seatOf(binding));
  }

  return {
    pool: (key) => seats.get(key),
    seat(binding) {
      const pool = seats.get(binding.poolKey);
      // A number that the account has given back no longer connects calls.
      if (!pool?.numbers.includes(binding.x)) return;
      pool.take(seatOf(binding));
      let onNumber = byNumber.get(binding.x);
      if (!onNumber) byNumber.set(binding.x, (onNumber = new Set()));
      onNumber.add(binding);
      nextExpiryMs = Math.min(nextExpiryMs, binding.expiresAtMs);
    },
    unseat,
    endExpired(nowMs) {
      if (nowMs < nextExpiryMs) return;
      nextExpiryMs = Infinity;
      for (const binding of all()) {
        if (binding.expiresAtMs > nowMs) nextExpiryMs = Math.min(nextExpiryMs, binding.expiresAtMs);
        else {
          unseat(binding);
          binding.endedAtMs = binding.expiresAtMs;
        }
      }
    },
    onNumber: (x) => [...(byNumber.get(x) ?? [])],
    all,
  };
}

/**
 * Phones that may be on a number only once: both of a pair, because either may call; otherwise A alone, because only A's own
 * calls must be distinguished from everyone else's.
 */
export function guardedPhones({ mode, a, b }: Pick<Binding, 'mode' | 'a' | 'b'>): string[] {
  return mode === 'axb' && b !== null ? [a, b] : [a];
}

export function seatOf(binding: Binding): Seat {
  return { x: binding.x, phones: guardedPhones(binding), extension: binding.extension };
}
