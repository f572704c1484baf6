import tcb from '@cloudbase/node-sdk';
import type { Coordinates } from '../contract/place';

/** Longest wait for one database operation, in milliseconds. */
const timeoutMs = 5_000;

/**
 * Connections are kept from one operation to the next (decision 031). The SDK closes one that was idle for 4.8 seconds, and
 * kernel/serve.ts gives it the time to do so.
 */
export const app = tcb.init({ env: tcb.SYMBOL_CURRENT_ENV, timeout: timeoutMs, keepalive: true });

/** The document database of the environment that the function runs in. */
export const database = app.database();
export const command = database.command;
/** Expressions and accumulators of aggregates. */
export const aggregation = command.aggregate;

export const geoPoint = ([lng, lat]: Coordinates) => new database.Geo.Point(lng, lat);

/** A condition that holds when any of these does. */
export const anyMatch = (conditions: Record<string, unknown>[]): unknown =>
  conditions.length === 1 ? conditions[0] : command.or(conditions);
