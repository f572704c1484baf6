import { raiseDoubt } from '../shared/adapters/comparison-store';

/** How long after we gave it up a request may still be carried out at the carrier. */
const longestDelayMs = 60_000;

/**
 * Notes that a number may come to be bound for nobody. Before a try is given up: whoever is interrupted in between has
 * then given up nothing.
 */
export const noteDoubt = (nowMs: number): Promise<void> => raiseDoubt(nowMs + longestDelayMs);
