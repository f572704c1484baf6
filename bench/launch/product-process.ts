import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { bundleProgram } from '../../local/start/bundled-program';
import { root } from '../data/collections';
import type { Answer, Question, ServeOptions, Usage } from './messages';

/** The product in a process of its own. */
export interface ProductProcess {
  readonly port: number;
  usage(): Promise<Usage>;
  /** Which of these documents exist. */
  find(collection: string, ids: string[]): Promise<string[]>;
  killInstances(functionName: string): Promise<void>;
  setProvidersDown(isDown: boolean): Promise<void>;
  /** Ends the process at once, as when a machine is lost. */
  kill(): Promise<void>;
  end(): Promise<void>;
}

/** Starts the product; it serves when this resolves. */
export async function startProductProcess(options: ServeOptions): Promise<ProductProcess> {
  const program = await bundleProgram(join(root, 'bench/launch/serve.ts'));
  const child = fork(program, [JSON.stringify(options)], {
    // As `npm start` runs it.
    execArgv: ['--max-semi-space-size=64', '--initial-old-space-size=48', '--max-old-space-size=1024'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const ask = asker(child, ended);
  const { port } = (await ask.ready) as { port: number };
  return {
    port,
    usage: () => ask.send({ what: 'usage' }) as Promise<Usage>,
    find: (collection, ids) => ask.send({ what: 'find', collection, ids }) as Promise<string[]>,
    killInstances: (functionName) => ask.send({ what: 'kill-instances', functionName }) as Promise<void>,
    setProvidersDown: (isDown) => ask.send({ what: 'providers-down', isDown }) as Promise<void>,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    async end() {
      await ask.send({ what: 'end' });
      await ended;
    },
  };
}

function asker(
  child: ChildProcess,
  ended: Promise<void>,
): { ready: Promise<unknown>; send(question: Question): Promise<unknown> } {
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>();
  const wait = (id: number) =>
    new Promise<unknown>((resolve, reject) => waiting.set(id, { resolve, reject }));
  let last = 0;
  child.on('message', ({ id, value }: Answer) => {
    waiting.get(id)?.resolve(value);
    waiting.delete(id);
  });
  void ended.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('the process of the product ended'));
  });
  return {
    ready: wait(0),
    send(question) {
      if (!child.connected) return Promise.reject(new Error('the process of the product ended'));
      last += 1;
      const answered = wait(last);
      // A process that was killed is noticed by its end, not by the failing of this.
      child.send({ ...question, id: last }, () => undefined);
      return answered;
    },
  };
}
