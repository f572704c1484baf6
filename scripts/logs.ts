/** `npm run logs -- <requestID>`: prints what functions wrote during one call and the calls it made. */
import { parseArgs } from 'node:util';
import { logText } from 'cloudbase-local';

const help = `npm run logs -- <requestID>   what functions wrote during one call and the calls it made, of the last week

  --data DIR   the data folder (DATA_DIR, or ./data); of npm run project: .local-cloud in the project's folder

The requestID stands in the answer of a call, and in the line that a failing function leaves in the terminal.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    data: { type: 'string', default: process.env.DATA_DIR || './data' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const [requestId] = positionals;
if (values.help) process.stdout.write(help);
else if (requestId === undefined) {
  console.error('which call? npm run logs -- <requestID>   (npm run logs -- --help)');
  process.exitCode = 1;
} else show(requestId);

function show(id: string): void {
  const text = logText(values.data, id);
  if (text !== undefined) return void process.stdout.write(text);
  console.error(`no call ${id} in the logs of the last week in ${values.data}`);
  process.exitCode = 1;
}
