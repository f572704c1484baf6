import type { Invocation } from '../client/caller';

/** Counts by action, such as `{'database.getDocument': 2}`. */
export type OperationCounts = Record<string, number>;

/** Counts the functions' requests to the platform. */
export interface OperationCounter {
  count(action: string, invocation: Invocation | undefined): void;
  /** All operations since the start, or those of one request id and of everything it called. */
  operations(requestId?: string): OperationCounts;
}

/** The number of request ids whose counts are kept. */
const rememberedRequests = 2_000;
/**
 * The number of different actions that are counted. It is more than the platform has, and bounded because a caller may
 * send any name.
 */
const mostActions = 200;

export function createOperationCounter(): OperationCounter {
  const total: Counts = new Map();
  const byRequest = new Map<string, Counts>();

  function countsOf(requestId: string): Counts {
    const known = byRequest.get(requestId);
    if (known) return known;
    const counts: Counts = new Map();
    byRequest.set(requestId, counts);
    if (byRequest.size > rememberedRequests) {
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
    operations: (requestId) =>
      Object.fromEntries((requestId === undefined ? total : byRequest.get(requestId)) ?? []),
  };
}

type Counts = Map<string, number>;

function add(counts: Counts, action: string): void {
  const known = counts.get(action);
  if (known !== undefined || counts.size < mostActions) counts.set(action, (known ?? 0) + 1);
}
