/** `npx tsx local/serve-project.ts --root DIR`: anybody's mini-program and its cloud functions, on this machine. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { serveProject } from './project/serve-project';
import { startErrorSentence } from './start/start-error';

const HELP = `Usage: npx tsx local/serve-project.ts --root DIR [--port N] [--data DIR] [--collections a,b]

  --root         the folder with project.config.json
  --port         default: any free one
  --data         where database, files and logs are kept (default: .local-cloud in the project's folder)
  --collections  collections to make, as one would in the console; with indexes: cloudbaserc.json
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      root: { type: 'string' },
      port: { type: 'string', default: '0' },
      data: { type: 'string' },
      collections: { type: 'string', default: '' },
      help: { type: 'boolean' },
    },
  });
  if (values.help || values.root === undefined) return void process.stdout.write(HELP);
  const root = resolve(values.root);
  const project = await serveProject({
    root,
    dataDir: resolve(values.data ?? `${root}/.local-cloud`),
    port: Number(values.port),
    collections: values.collections.split(',').filter((name) => name !== ''),
    log: (line) => void process.stderr.write(`${line}\n`),
  });
  process.stdout.write(`ready http://127.0.0.1:${project.port}/ gateway ${project.cloud.gatewayUrl}\n`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void project.close().then(() => process.exit(0)));
}

main().catch((error: unknown) => {
  process.stderr.write(`${startErrorSentence(error, { port: 0, dataDir: '' })}\n`);
  process.exit(1);
});
