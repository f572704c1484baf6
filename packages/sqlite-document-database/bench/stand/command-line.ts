import { parseArgs } from 'node:util';

export interface BenchOptions {
  posts: number;
  rounds: number;
  /** The folder that keeps the loaded data for the next run; undefined: a temporary folder. */
  data: string | undefined;
  withoutRedis: boolean;
}

const sharedHelp = `
  --posts N     how many posts (default 260000; the goals are also stated for 2600000)
  --data DIR    keep the loaded data in DIR and use it again (default: a temporary folder, removed at the end)
  --no-redis    leave Redis out: taking in 2,600,000 posts takes it long
  --help        this text

The peers are installed by \`npm run install-peers\`. What is not there is left out, and said.
`;

/**
 * Reads the options of a benchmark; prints `help` and returns undefined when the user asks for it.
 * @throws Error with a sentence
 */
export function readOptions(help: string, rounds: number): BenchOptions | undefined {
  const { values } = parseArgs({
    options: {
      posts: { type: 'string', default: '260000' },
      rounds: { type: 'string', default: String(rounds) },
      data: { type: 'string' },
      'no-redis': { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(help.trimEnd() + sharedHelp);
    return undefined;
  }
  return {
    posts: countIn('--posts', values.posts),
    rounds: countIn('--rounds', values.rounds),
    data: values.data,
    withoutRedis: values['no-redis'],
  };
}

function countIn(name: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`${name} must be a whole number from 1, not ${text}`);
  return count;
}

/**
 * Runs a benchmark. An error ends it with its sentence. Everything that was started is ended in any case, the last
 * first.
 */
export function runBench(run: (endings: (() => unknown)[]) => Promise<void>): void {
  const endings: (() => unknown)[] = [];
  let ending: Promise<void> | undefined;
  const end = (): Promise<void> =>
    (ending ??= (async () => {
      for (const each of endings.reverse()) await each();
    })());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void end().finally(() => process.exit(1)));
  run(endings)
    .catch((error: unknown) => {
      process.exitCode = 1;
      console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
    })
    .finally(end)
    .catch((error: unknown) => console.error(error));
}
