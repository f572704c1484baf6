import type { Invocation } from './caller';

/** Operations by action, such as `{'database.getDocument': 2}`. */
export type OperationCounts = Record<string, number>;

/** Counts what the functions ask of the platform. */
export interface OperationCounter {
  count(action: string, invocation: Invocation | undefined): void;
  /** All operations since the start, or those of one request id with everything it called in turn. */
  operations(requestId?: string): OperationCounts;
}

/** Request ids whose counts are kept; older ones are forgotten. */
const REMEMBERED_REQUESTS = 2_000;

export function createOperationCounter(): OperationCounter {
  const total: OperationCounts = {};
  const byRequest = new Map<string, OperationCounts>();

  function countsOf(requestId: string): OperationCounts {
    const known = byRequest.get(requestId);
    if (known) return known;
    const counts: OperationCounts = {};
    byRequest.set(requestId, counts);
    if (byRequest.size > REMEMBERED_REQUESTS) {
      const oldest = byRequest.keys().next().value;
      if (oldest !== undefined) byRequest.delete(oldest);
    }
    return counts;
  }

  return {
    count(action, invocation) {
      add(total, action);
      if (!invocation) return;
      add(countsOf(invocation.requestId), action);
      if (invocation.rootRequestId !== invocation.requestId) add(countsOf(invocation.rootRequestId), action);
    },
    operations: (requestId) => ({ ...(requestId === undefined ? total : byRequest.get(requestId)) }),
  };
}

function add(counts: OperationCounts, action: string): void {
  counts[action] = (counts[action] ?? 0) + 1;
}
