import { PlatformError } from 'sqlite-document-database';
import { assertFault } from './assert-fault';

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

const shape = {
  kinds: ['delay', 'error', 'drop'],
  texts: ['action', 'functionName', 'code', 'message'],
  numbers: ['ms', 'times'],
};

/** Reads a fault from JSON; the error names what is wrong. */
export function parseFault(value: unknown): Fault {
  assertFault(value, shape);
  return value as Fault;
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
