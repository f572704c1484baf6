import { raiseDoubt } from '../../shared/adapters/comparison-store';

/** For this long after we gave a request up, the carrier may still carry it out. */
const longestDelayMs = 60_000;

/**
 * Records that the carrier may yet bind a number for no grant. Call this before a try is given up: if the run is cut short in
 * between, nothing has been given up yet.
 */
export const noteDoubt = (nowMs: number): Promise<void> => raiseDoubt(nowMs + longestDelayMs);
