import type { PoolMode } from './binding';

/** Numbers of one kind and what each still has room for. */
export interface PoolRules {
  mode: PoolMode;
  /** The numbers X. */
  numbers: readonly string[];
  /** The bindings that one number can carry; in mode `axn` always one. */
  bindingsPerNumber: number;
}

/** A pool of numbers as an account has bought it. */
export interface Pool extends PoolRules {
  key: string;
}

/** The place of a binding on a number. */
export interface Seat {
  x: string;
  /** Phones that may be on a number only once, because otherwise the carrier could not know which call to connect. */
  phones: readonly string[];
  extension: string | null;
}

export type SeatRefusal =
  /** No number is free, or these phones are already on each free one. */
  | 'no-available-number'
  /** The number that was asked for carries one of these phones, or that extension, already, or is full. */
  | 'conflict'
  /** The number that was asked for is not of this pool. */
  | 'foreign-number';

export interface NumberPool {
  readonly mode: PoolMode;
  readonly numbers: readonly string[];
  /** Finds a seat without taking it: on `wanted.x` if given, else on the number with the fewest bindings. */
  find(phones: readonly string[], wanted?: { x?: string; extension?: string }): Seat | SeatRefusal;
  /** Whether the phones of a seat may be changed. */
  mayChange(seat: Seat, phones: readonly string[]): boolean;
  take(seat: Seat): void;
  release(seat: Seat): void;
}

const maxExtension = 999;

export function createNumberPool({ mode, numbers, bindingsPerNumber }: PoolRules): NumberPool {
  const capacity = { axb: bindingsPerNumber, axn: 1, extension: Math.min(bindingsPerNumber, maxExtension) }[
    mode
  ];
  const occupied = new Map(
    numbers.map((x) => [x, { bindings: 0, phones: new Set<string>(), extensions: new Set<string>() }]),
  );
  const at = (x: string) => {
    const occupancy = occupied.get(x);
    if (!occupancy) throw new Error(`${x} is not a number of this pool`);
    return occupancy;
  };
  const fits = (x: string, phones: readonly string[], extension?: string) => {
    const { bindings, phones: standing, extensions } = at(x);
    return (
      bindings < capacity &&
      !phones.some((phone) => standing.has(phone)) &&
      !(extension !== undefined && extensions.has(extension))
    );
  };

  function seatOn(x: string, phones: readonly string[], extension?: string): Seat {
    return {
      x,
      phones,
      extension: mode === 'extension' ? (extension ?? freeExtension(at(x).extensions)) : null,
    };
  }

  return {
    mode,
    numbers,
    find(phones, { x, extension } = {}) {
      if (x !== undefined) {
        if (!occupied.has(x)) return 'foreign-number';
        return fits(x, phones, extension) ? seatOn(x, phones, extension) : 'conflict';
      }
      const free = numbers.filter((each) => fits(each, phones, extension));
      const emptiest = free.reduce<string | undefined>(
        (best, each) => (best !== undefined && at(best).bindings <= at(each).bindings ? best : each),
        undefined,
      );
      return emptiest === undefined ? 'no-available-number' : seatOn(emptiest, phones, extension);
    },
    mayChange: (seat, phones) =>
      phones.every((phone) => seat.phones.includes(phone) || !at(seat.x).phones.has(phone)),
    take({ x, phones, extension }) {
      const occupancy = at(x);
      occupancy.bindings += 1;
      for (const phone of phones) occupancy.phones.add(phone);
      if (extension !== null) occupancy.extensions.add(extension);
    },
    release({ x, phones, extension }) {
      const occupancy = at(x);
      occupancy.bindings -= 1;
      for (const phone of phones) occupancy.phones.delete(phone);
      if (extension !== null) occupancy.extensions.delete(extension);
    },
  };
}

/** The lowest of 1–999 that is free. */
function freeExtension(taken: Set<string>): string {
  for (let extension = 1; extension <= maxExtension; extension++)
    if (!taken.has(String(extension))) return String(extension);
  throw new Error('a number without a free extension was offered');
}
