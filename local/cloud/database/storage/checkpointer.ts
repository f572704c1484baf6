import { Worker } from 'node:worker_threads';

/** Brings what was committed from the log into the database file, in a thread of its own, so that requests do not wait for the disk. */
export interface Checkpointer {
  /** Call after each commit. @param writes about how many pages it wrote */
  committed(writes: number): void;
  /** Resolves when the thread has let go of the file. */
  close(): Promise<void>;
}

/**
 * @param path of the database file
 * @param every after how many writes the thread looks at the log. It begins with the first time, so that small databases need none.
 */
export function checkpointer(path: string, every: number, log: (line: string) => void): Checkpointer {
  let worker: Worker | undefined;
  let gone: Promise<void> = Promise.resolve();
  let waiting = 0;
  let busy = false;

  const begin = (): Worker => {
    const begun = new Worker(CHECKPOINT, { eval: true, workerData: { path } });
    begun.on('message', () => (busy = false));
    // Without the thread the log is brought in by the connection that writes, at a commit now and then.
    begun.on('error', ({ message }) => log(`database: the thread that checkpoints has ended: ${message}`));
    gone = new Promise((resolve) => begun.once('exit', () => resolve()));
    begun.unref();
    return begun;
  };

  return {
    committed(writes) {
      waiting += writes;
      if (busy || waiting < every) return;
      waiting = 0;
      busy = true;
      worker ??= begin();
      worker.postMessage('checkpoint');
    },
    async close() {
      worker?.ref();
      worker?.postMessage('close');
      await gone;
    },
  };
}

/** Plain JavaScript, since a worker is started from its source. A checkpoint that fails is left to the next. */
const CHECKPOINT = `
  const { parentPort, workerData } = require('node:worker_threads');
  const { DatabaseSync } = process.getBuiltinModule?.('node:sqlite') ?? require('@photostructure/sqlite');
  const connection = new DatabaseSync(workerData.path);
  connection.exec('PRAGMA synchronous = FULL');
  const checkpoint = connection.prepare('PRAGMA wal_checkpoint(PASSIVE)');
  parentPort.on('message', (message) => {
    if (message === 'close') {
      connection.close();
      parentPort.close();
      return;
    }
    try {
      checkpoint.all();
    } catch {}
    parentPort.postMessage('done');
  });
`;
