import { join } from 'node:path';
import { readLogs } from './log-store';

/**
 * What functions wrote during one call and the calls it made, within the last week: one line each, oldest first.
 * Undefined when the logs of the data folder do not contain the call.
 */
export function logText(dataDir: string, requestId: string): string | undefined {
  const lines = readLogs(join(dataDir, 'logs'), requestId);
  if (lines.length === 0) return undefined;
  return lines
    .map(({ time, functionName, stream, text }) => `${time} ${functionName} ${stream}: ${text.trimEnd()}\n`)
    .join('');
}
