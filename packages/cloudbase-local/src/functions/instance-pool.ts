import type { Instance } from './instance';
import { processExited, tooManyInvocations } from './function-errors';

/** The instances of one function: started on demand, kept warm, never more than the maximum. */
export interface InstancePool {
  /** Lends an instance for one piece of work. Throws PlatformError when too many calls wait already. */
  use<T>(work: (instance: Instance) => Promise<T>): Promise<T>;
  /** Ends warm instances now and busy ones after their work, so that the next start loads new code. */
  replace(): void;
  /** Ends every instance at once in the middle of its work, as when a machine is lost. */
  kill(): Promise<void>;
  readonly size: number;
  close(): Promise<void>;
}

export interface PoolOptions {
  start(): Promise<Instance>;
  maxInstances: number;
  maxWaiting: number;
  /** A call that would wait longer than this is refused at once. Any time when absent. */
  maxWaitMs?: number | undefined;
  idleMs: number;
}

/** The weight of the last call in the mean of what calls take. */
const weightOfLast = 0.1;

interface Warm {
  instance: Instance;
  generation: number;
  reaper: NodeJS.Timeout;
}

export function createInstancePool(options: PoolOptions): InstancePool {
  const warm: Warm[] = [];
  const line = createLine(options);
  const busy = new Set<Instance>();
  const starts = createStarts(options.start);
  let size = 0;
  let generation = 0;

  /** Called when there is room for an instance; the longest waiting invocation gets it. */
  function leave(): void {
    size -= 1;
    line.next();
  }

  function end(instance: Instance): void {
    void instance.end();
    leave();
  }

  function takeWarm(): Warm | undefined {
    for (let found = warm.pop(); found; found = warm.pop()) {
      clearTimeout(found.reaper);
      if (found.instance.alive && found.generation === generation) return found;
      end(found.instance);
    }
    return undefined;
  }

  function keepWarm(instance: Instance, itsGeneration: number): void {
    const reaper = setTimeout(() => {
      const index = warm.findIndex((each) => each.instance === instance);
      if (index >= 0) warm.splice(index, 1);
      end(instance);
    }, options.idleMs);
    reaper.unref();
    warm.push({ instance, generation: itsGeneration, reaper });
    line.next();
  }

  async function acquire(): Promise<{ instance: Instance; generation: number }> {
    for (;;) {
      if (starts.closed) throw processExited();
      const found = takeWarm();
      if (found) return found;
      if (size < options.maxInstances) {
        size += 1;
        const itsGeneration = generation;
        try {
          return { instance: await starts.begin(), generation: itsGeneration };
        } catch (error) {
          leave();
          throw error;
        }
      }
      await line.wait();
    }
  }

  /** A busy instance frees its place when its work fails. */
  async function kill(): Promise<void> {
    const atWork = [...busy];
    for (const each of warm.splice(0)) {
      clearTimeout(each.reaper);
      end(each.instance);
    }
    await Promise.all(atWork.map((instance) => instance.end()));
  }

  return {
    kill,
    get size() {
      return size;
    },
    async use(work) {
      const lent = await acquire();
      busy.add(lent.instance);
      const beganMs = performance.now();
      try {
        return await work(lent.instance);
      } finally {
        line.noteWork(performance.now() - beganMs);
        busy.delete(lent.instance);
        if (!starts.closed && lent.instance.alive && lent.generation === generation)
          keepWarm(lent.instance, lent.generation);
        else end(lent.instance);
      }
    },
    replace() {
      generation += 1;
      for (const each of warm.splice(0)) {
        clearTimeout(each.reaper);
        end(each.instance);
      }
    },
    async close() {
      const all = [...warm.splice(0).map((each) => (clearTimeout(each.reaper), each.instance)), ...busy];
      await Promise.all([starts.close(), ...all.map((instance) => instance.end())]);
    },
  };
}

/**
 * The calls that wait for an instance, the longest waiting first. A line that only grows makes every answer late, and no person waits for a
 * late one, so a call whose turn would come too late is refused. One call for each instance may always wait, however long the work takes.
 */
function createLine({ maxInstances, maxWaiting, maxWaitMs = Infinity }: PoolOptions) {
  const waiting: (() => void)[] = [];
  /** How long an instance is at work for a call, of late. */
  let workMs = 0;
  return {
    next(): void {
      waiting.shift()?.();
    },
    /** Throws PlatformError. */
    wait(): Promise<void> {
      const turnComesMs = (waiting.length * workMs) / maxInstances;
      if (waiting.length >= maxWaiting || (waiting.length >= maxInstances && turnComesMs > maxWaitMs))
        throw tooManyInvocations();
      return new Promise((resolve) => waiting.push(resolve));
    },
    noteWork(ms: number): void {
      workMs += (workMs === 0 ? 1 : weightOfLast) * (ms - workMs);
    },
  };
}

/** Instances that are still loading their code. */
function createStarts(start: () => Promise<Instance>) {
  const starting = new Set<Promise<Instance>>();
  let closed = false;
  return {
    get closed() {
      return closed;
    },
    async begin(): Promise<Instance> {
      const started = start();
      starting.add(started);
      try {
        const instance = await started;
        if (!closed) return instance;
        await instance.end();
        throw processExited();
      } finally {
        starting.delete(started);
      }
    },
    /** From now on no instance is handed out; those that are still loading end as soon as they are ready. */
    async close(): Promise<void> {
      closed = true;
      await Promise.allSettled([...starting].map(async (started) => (await started).end()));
    },
  };
}
