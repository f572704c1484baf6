import { join } from 'node:path';
import { readLogs } from './log-store';

/**
 * What functions wrote during one call and the calls it made, of the last week: one line each, oldest first.
 * Undefined when a data folder's logs do not know the call.
 */
export function logText(dataDir: string, requestId: string): string | undefined {
  const lines = readLogs(join(dataDir, 'logs'), requestId);
  if (lines.length === 0) return undefined;
  return lines
    .map(({ time, functionName, stream, text }) => `${time} ${functionName} ${stream}: ${text.trimEnd()}\n`)
    .join('');
}
