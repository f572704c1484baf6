#!/usr/bin/env node
/** `npx cloudbase-local --root DIR`: runs any mini-program and its cloud functions on this machine. */
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { logText } from '../environment/log-text';
import { endOnSignals } from '../server/end-on-signals';
import { startErrorSentence } from '../server/start-error';
import type { ProjectOptions } from './serve-project';

const help = `Usage: cloudbase-local --root DIR [--port N] [--data DIR] [--collections a,b] [--lenient]
       cloudbase-local logs REQUEST_ID [--root DIR] [--data DIR]

  --root         the folder with project.config.json
  --port         default: 8080, or the next free one
  --data         where database, files and logs are kept (default: .local-cloud in the project's folder)
  --collections  collections to make, as one would in the console: each person sees their own documents;
                 with other rights, or indexes: cloudbaserc.json
  --lenient      warn of what WeChat refuses, with its answer, and let it pass

The first serves the mini-program until Ctrl-C. The second prints what functions wrote during one call.
`;

const largestPort = 65_535;

interface Arguments {
  /** Undefined when the command serves a project. */
  logsOf: string | undefined;
  project: Omit<ProjectOptions, 'log'>;
}

async function main(): Promise<void> {
  const { endings, end, isEnding } = endOnSignals();
  const note = (line: string) => void (isEnding() || process.stderr.write(`${line}\n`));
  let dataDir = '.local-cloud';
  try {
    const given = readArguments();
    if (given === undefined) return void process.stdout.write(help);
    const { logsOf, project } = given;
    dataDir = project.dataDir;
    if (logsOf !== undefined) {
      process.stdout.write(logsIn(dataDir, logsOf));
      process.exit(0);
    }
    // Loaded late, so that `--help`, mistakes and Ctrl-C need not wait for it.
    const { serveProject } = await import('./serve-project');
    const served = await serveProject({ ...project, log: note });
    endings.push(() => served.close());
    process.stdout.write(`ready http://127.0.0.1:${served.port}/ gateway ${served.cloud.gatewayUrl}\n`);
  } catch (error) {
    const otherPort = (port: number) => `--port ${port}`;
    note(startErrorSentence(error, { port: 0, dataDir, otherPort, otherDataDir: '--data DIR' }));
    await end(1);
  }
}

/** Undefined when the user asks for help or needs it. Throws a sentence for an invalid argument. */
function readArguments(): Arguments | undefined {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      root: { type: 'string' },
      port: { type: 'string' },
      data: { type: 'string' },
      collections: { type: 'string', default: '' },
      lenient: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [command, logsOf] = positionals;
  if (command !== undefined && (command !== 'logs' || logsOf === undefined))
    throw new Error(`${positionals.join(' ')} is not known: cloudbase-local --help`);
  if (values.help || (values.root === undefined && command === undefined)) return undefined;
  const root = resolve(values.root ?? '.');
  return {
    logsOf,
    project: {
      root,
      dataDir: resolve(values.data ?? join(root, '.local-cloud')),
      port: values.port === undefined ? undefined : portOf(values.port),
      lenient: values.lenient,
      collections: values.collections.split(',').filter((name) => name !== ''),
    },
  };
}

function logsIn(dataDir: string, requestId: string): string {
  const text = logText(dataDir, requestId);
  if (text === undefined) throw new Error(`no call ${requestId} in the logs of the last week in ${dataDir}`);
  return text;
}

function portOf(text: string): number {
  if (!/^\d+$/.test(text) || Number(text) > largestPort)
    throw new Error(`--port must be a whole number from 0 to ${largestPort}, not ${JSON.stringify(text)}`);
  return Number(text);
}

void main();
