/** `npm run project -- --root DIR`: anybody's mini-program and its cloud functions, on this machine. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { ProjectOptions } from './serve-project';
import { endOnSignals } from '../server/end-on-signals';
import { startErrorSentence } from '../server/start-error';

const HELP = `Usage: npm run project -- --root DIR [--port N] [--data DIR] [--collections a,b]

  --root         the folder with project.config.json
  --port         default: 8080, or the next free one
  --data         where database, files and logs are kept (default: .local-cloud in the project's folder)
  --collections  collections to make, as one would in the console: each person sees their own documents;
                 with other rights, or indexes: cloudbaserc.json

Ctrl-C ends it. What functions wrote: npm run logs -- <requestID> --data DIR/.local-cloud
`;

const LARGEST_PORT = 65_535;

async function main(): Promise<void> {
  const { endings, end, isEnding } = endOnSignals();
  const note = (line: string) => void (isEnding() || process.stderr.write(`${line}\n`));
  let dataDir = '.local-cloud';
  try {
    const options = readArguments();
    if (options === undefined) return void process.stdout.write(HELP);
    dataDir = options.dataDir;
    // Loaded late, so that help, mistakes and Ctrl-C need not wait for it.
    const { serveProject } = await import('./serve-project');
    const project = await serveProject({ ...options, log: note });
    endings.push(() => project.close());
    process.stdout.write(`ready http://127.0.0.1:${project.port}/ gateway ${project.cloud.gatewayUrl}\n`);
  } catch (error) {
    const otherPort = (port: number) => `--port ${port}`;
    note(startErrorSentence(error, { port: 0, dataDir, otherPort, otherDataDir: '--data DIR' }));
    await end(1);
  }
}

/** Undefined when help is asked for, or needed. Throws a sentence when an argument makes no sense. */
function readArguments(): Omit<ProjectOptions, 'log'> | undefined {
  const { values } = parseArgs({
    options: {
      root: { type: 'string' },
      port: { type: 'string' },
      data: { type: 'string' },
      collections: { type: 'string', default: '' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help || values.root === undefined) return undefined;
  const root = resolve(values.root);
  return {
    root,
    dataDir: resolve(values.data ?? join(root, '.local-cloud')),
    port: values.port === undefined ? undefined : portOf(values.port),
    collections: values.collections.split(',').filter((name) => name !== ''),
  };
}

function portOf(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > LARGEST_PORT)
    throw new Error(`--port must be a whole number from 0 to ${LARGEST_PORT}, not ${JSON.stringify(text)}`);
  return Number(text);
}

void main();
