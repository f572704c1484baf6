import { Worker } from 'node:worker_threads';
import { quietThread } from './sqlite';

/**
 * Checkpoints committed pages from the log into the database file, in a separate thread, so that requests do not wait
 * for the disk.
 */
export interface Checkpointer {
  /**
   * Call after each commit.
   * @param writes about how many pages it wrote
   */
  committed(writes: number): void;
  /** Checkpoints all of the log and truncates it. Resolves when that is done, or cannot be done. */
  emptyLog(): Promise<void>;
  /** Resolves when the thread has closed the file. */
  close(): Promise<void>;
}

/**
 * @param path of the database file
 * @param every after how many writes the thread looks at the log. The thread starts the first time, so that small
 * databases need none.
 */
export function checkpointer(path: string, every: number, log: (line: string) => void): Checkpointer {
  let worker: Worker | undefined;
  let gone: Promise<void> = Promise.resolve();
  let ended = false;
  let waiting = 0;
  /** One callback for each unfinished request to the thread. */
  const asked: (() => void)[] = [];

  const begin = (): Worker => {
    const begun = new Worker(checkpoint, { eval: true, execArgv: quietThread, workerData: { path } });
    begun.on('message', () => asked.shift()?.());
    // Without the thread, the writing connection checkpoints the log during some commits.
    begun.on('error', ({ message }) => log(`database: the thread that checkpoints has ended: ${message}`));
    gone = new Promise((resolve) =>
      begun.once('exit', () => {
        ended = true;
        for (const told of asked.splice(0)) told();
        resolve();
      }),
    );
    begun.unref();
    return begun;
  };

  const ask = (what: 'PASSIVE' | 'TRUNCATE', told: () => void): void => {
    worker ??= begin();
    asked.push(told);
    worker.postMessage(what);
  };

  return {
    committed(writes) {
      waiting += writes;
      if (ended || asked.length || waiting < every) return;
      waiting = 0;
      ask('PASSIVE', () => undefined);
    },
    async emptyLog() {
      if (ended) return;
      const done = new Promise<void>((resolve) => ask('TRUNCATE', resolve));
      // Keeps the process alive, because a caller that waits for this may have nothing else running.
      worker?.ref();
      await done;
      worker?.unref();
    },
    async close() {
      worker?.ref();
      worker?.postMessage('close');
      await gone;
    },
  };
}

/**
 * Plain JavaScript, because a worker is started from its source. If a checkpoint fails, the next one makes up for it.
 */
const checkpoint = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = process.getBuiltinModule?.('node:sqlite') ?? require('@photostructure/sqlite');
  const connection = new DatabaseSync(workerData.path);
  connection.exec('PRAGMA synchronous = FULL');
  parentPort.on('message', (message) => {
    if (message === 'close') {
      connection.close();
      parentPort.close();
      return;
    }
    try {
      connection.prepare('PRAGMA wal_checkpoint(' + message + ')').all();
    } catch {}
    parentPort.postMessage('done');
  });
`;
