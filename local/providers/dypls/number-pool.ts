import type { PoolMode } from './binding';

/** The numbers of one kind, and the room that each of them still has. */
export interface PoolRules {
  mode: PoolMode;
  /** The masked numbers, called X in the documentation. */
  numbers: readonly string[];
  /** How many bindings one number can carry; always one in mode `axn`. */
  bindingsPerNumber: number;
}

/** A pool of numbers that an account has bought. */
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
  /** No number is free, or each free number already carries one of these phones. */
  | 'no-available-number'
  /** The requested number is full, or already carries one of these phones or that extension. */
  | 'conflict'
  /** The requested number does not belong to this pool. */
  | 'foreign-number';

export interface NumberPool {
  readonly mode: PoolMode;
  readonly numbers: readonly string[];
  /** Finds a seat without taking it: on `wanted.x` if given, otherwise on the number with the fewest bindings. */
  find(phones: readonly string[], wanted?: { x?: string; extension?: string }): Seat | SeatRefusal;
  /** Whether a seat may get these other phones. */
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

/** The lowest free extension, 1–999. */
function freeExtension(taken: Set<string>): string {
  for (let extension = 1; extension <= maxExtension; extension++)
    if (!taken.has(String(extension))) return String(extension);
  throw new Error('a number without a free extension was offered');
}
