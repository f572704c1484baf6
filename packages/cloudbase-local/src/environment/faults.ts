import { PlatformError } from 'sqlite-document-database';

/**
 * A disturbance that a test requests. With an `action` it affects operations of the gateway (`database.getDocument`),
 * and `functionName` narrows it to one function's own. With a `functionName` alone it affects invocations of that
 * function; with neither, every invocation.
 */
export interface Fault {
  action?: string;
  functionName?: string;
  /** `delay` waits `ms`, `error` answers `code`, `drop` closes the connection without an answer. */
  kind: 'delay' | 'error' | 'drop';
  ms?: number;
  code?: string;
  message?: string;
  /** How often the fault occurs; without limit when absent. */
  times?: number;
}

/** The target of a fault: an operation of the gateway or, without `action`, an invocation. */
export interface FaultTarget {
  action?: string;
  functionName?: string;
}

export interface Faults {
  /** Adds a fault and returns a function that removes it. */
  add(fault: Fault): () => void;
  list(): Fault[];
  clear(): void;
  /** Applies every fault for this target. Throws PlatformError for `error` and DroppedConnection for `drop`. */
  strike(target: FaultTarget): Promise<void>;
}

/** Asks the holder of the connection to close it without an answer. */
export class DroppedConnection extends Error {
  constructor() {
    super('the connection was dropped by a fault on demand');
    this.name = 'DroppedConnection';
  }
}

export function createFaults(): Faults {
  const faults = new Map<Fault, { left: number }>();
  return {
    add(fault) {
      const own = { ...fault };
      faults.set(own, { left: fault.times ?? Infinity });
      return () => void faults.delete(own);
    },
    list: () =>
      [...faults].map(([fault, { left }]) => ({ ...fault, ...(left === Infinity ? {} : { times: left }) })),
    clear: () => faults.clear(),
    async strike(target) {
      for (const [fault, state] of faults) {
        if (!matches(fault, target)) continue;
        state.left -= 1;
        if (state.left <= 0) faults.delete(fault);
        await happen(fault);
      }
    },
  };
}

/** Reads a fault from JSON; the error names what is wrong. */
export function parseFault(value: unknown): Fault {
  assertFault(value);
  return value;
}

function assertFault(value: unknown): asserts value is Fault {
  if (typeof value !== 'object' || value === null) throw new TypeError('a fault is a JSON object');
  const fault = value as Record<string, unknown>;
  if (fault.kind !== 'delay' && fault.kind !== 'error' && fault.kind !== 'drop')
    throw new TypeError('kind must be delay, error or drop');
  for (const name of ['action', 'functionName', 'code', 'message'] as const) {
    if (fault[name] !== undefined && typeof fault[name] !== 'string')
      throw new TypeError(`${name} must be a string`);
  }
  for (const name of ['ms', 'times'] as const) {
    const number = fault[name];
    if (number !== undefined && !(typeof number === 'number' && number >= 0 && Number.isFinite(number)))
      throw new TypeError(`${name} must be a number from 0 up`);
  }
}

function matches(fault: Fault, target: FaultTarget): boolean {
  if (fault.action !== target.action) return false;
  return fault.functionName === undefined || fault.functionName === target.functionName;
}

async function happen(fault: Fault): Promise<void> {
  if (fault.ms) await new Promise((resolve) => setTimeout(resolve, fault.ms));
  if (fault.kind === 'drop') throw new DroppedConnection();
  if (fault.kind === 'error')
    throw new PlatformError(fault.code ?? 'SYS_ERR', fault.message ?? 'a fault on demand');
}
