/** `npm run logs -- <requestID>`: what functions wrote during one call and the calls it made. */
import { join } from 'node:path';
import { readLogs } from '../local/cloud/log-store';

const requestId = process.argv[2];
if (requestId === undefined || requestId.startsWith('-')) {
  console.error('Which call? npm run logs -- <requestID>   (DATA_DIR=./data)');
  process.exit(1);
}
const lines = readLogs(join(process.env['DATA_DIR'] || './data', 'logs'), requestId);
for (const line of lines)
  process.stdout.write(
    `${line.time} ${line.functionName} ${line.stream}: ${line.text.replace(/\n?$/, '\n')}`,
  );
if (lines.length === 0) console.error(`no call ${requestId} in the logs of the last week`);
process.exitCode = lines.length === 0 ? 1 : 0;
