import { raiseDoubt } from '../../shared/adapters/comparison-store';

/** For this long after we abandon a request, the carrier may still perform it. */
const longestDelayMs = 60_000;

/**
 * Records that the carrier may yet bind a number for no grant. Call this before a try is abandoned, because a run that
 * is cut short in between must not lose the doubt.
 */
export const noteDoubt = (nowMs: number): Promise<void> => raiseDoubt(nowMs + longestDelayMs);
