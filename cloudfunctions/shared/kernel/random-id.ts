import { randomBytes } from 'node:crypto';

/** An id that follows from nothing. */
export const randomId = (): string => randomBytes(16).toString('hex');
