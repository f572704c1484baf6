import { raiseDoubt } from '../../shared/adapters/comparison-store';

/** How long after we gave a request up the carrier may still carry it out. */
const longestDelayMs = 60_000;

/**
 * Notes that a number may come to be bound for no grant. To be called before a try is given up: a run that is cut short
 * in between has then given up nothing.
 */
export const noteDoubt = (nowMs: number): Promise<void> => raiseDoubt(nowMs + longestDelayMs);
