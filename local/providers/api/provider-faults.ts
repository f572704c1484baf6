import { assertFault } from 'cloudbase-local';

/**
 * A disturbance of a provider that a test asks for.
 * - `slow`: waits `ms`, then goes on.
 * - `down`: closes the connection before anything is done.
 * - `lost`: does what was asked, then closes the connection without an answer.
 * - `twice`: the request arrives twice, as when something on the way repeats it; only the second answer is heard.
 * - `unavailable`: status 503, nothing done.
 * - `garbled`: an answer that is no JSON, nothing done.
 * - `error`: the provider's own error `code`, nothing done.
 */
export interface ProviderFault {
  kind: 'slow' | 'down' | 'lost' | 'twice' | 'unavailable' | 'garbled' | 'error';
  /** The only action that fails (`BindAxb`); every action when absent. */
  action?: string;
  ms?: number;
  code?: string;
  message?: string;
  /** Share of the requests that fail, drawn with `seed`; all when absent. */
  probability?: number;
  seed?: number;
  /** How many requests fail; without limit when absent. */
  times?: number;
}

export interface ProviderFaults {
  add(fault: ProviderFault): void;
  list(): ProviderFault[];
  clear(): void;
  /** The faults for this request, in the order in which they were added. */
  drawn(action: string): ProviderFault[];
}

const shape = {
  kinds: ['slow', 'down', 'lost', 'twice', 'unavailable', 'garbled', 'error'],
  texts: ['action', 'code', 'message'],
  numbers: ['ms', 'times', 'seed', 'probability'],
};

export function createProviderFaults(): ProviderFaults {
  let faults: { fault: ProviderFault; left: number; random(): number }[] = [];
  return {
    add(fault) {
      faults.push({ fault, left: fault.times ?? Infinity, random: seededRandom(fault.seed ?? 1) });
    },
    list: () => faults.map(({ fault }) => fault),
    clear() {
      faults = [];
    },
    drawn(action) {
      const struck = faults.filter(
        ({ fault, random }) =>
          (fault.action === undefined || fault.action === action) &&
          (fault.probability === undefined || random() < fault.probability),
      );
      for (const each of struck) each.left -= 1;
      faults = faults.filter(({ left }) => left > 0);
      return struck.map(({ fault }) => fault);
    },
  };
}

/** Reads a fault from JSON; the error names what is wrong. */
export function parseProviderFault(value: unknown): ProviderFault {
  assertFault(value, shape);
  return value as ProviderFault;
}

/** Random numbers from 0 up to 1, the same for the same seed (mulberry32, public domain). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
