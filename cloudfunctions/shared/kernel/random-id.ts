import { randomBytes } from 'node:crypto';

/** A random id that follows from nothing. */
export const randomId = (): string => randomBytes(16).toString('hex');
