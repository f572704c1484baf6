import { Worker } from 'node:worker_threads';
import type { PlatformError } from 'sqlite-document-database';
import { maxColdStartMs } from '../platform-limits';
import { executionFailed, memoryExceeded, processExited, timedOut } from './function-errors';
import type { FunctionDefinition } from './function-definition';
import type { Asked } from './direct-requests';
import { functionContext } from './worker-environment';
import type {
  HostMessage,
  InstanceMessage,
  InstanceOutput,
  InstanceStart,
  InvokeMessage,
  ReportedError,
} from './worker-messages';

/** One container of a function: a worker thread that serves one invocation at a time. */
export interface Instance {
  /** Gives the result's JSON. Throws PlatformError. After a time-out or a crash the instance is dead. */
  invoke(message: InvokeMessage): Promise<string>;
  readonly alive: boolean;
  end(): Promise<void>;
}

export interface InstanceOptions {
  definition: FunctionDefinition;
  workerCode: string;
  envId: string;
  /** Variables that stay the same during the instance's life. */
  environment: Record<string, string>;
  /** The address that requests to the platform's names reach. */
  gatewayUrl: string;
  sharedClockOffset: SharedArrayBuffer;
  onOutput(output: InstanceOutput): void;
  /** Answers what the function asks the gateway, as JSON; undefined when a fault drops the connection. */
  ask(asked: Asked): Promise<string | undefined>;
}

/** Memory for young objects and code, in addition to the function's own limit. */
const youngGenerationMb = 32;

interface Waiting {
  resolve(result: string): void;
  reject(error: PlatformError): void;
}

/** Starts an instance and waits until its code is loaded. Throws PlatformError when the code does not load. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const { definition } = options;
  const start: InstanceStart = {
    entryFile: definition.entryFile,
    handlerName: definition.handlerName,
    gatewayUrl: options.gatewayUrl,
    sharedClockOffset: options.sharedClockOffset,
    envId: options.envId,
    context: functionContext(definition, options.envId),
  };
  const worker = new Worker(options.workerCode, {
    eval: true,
    workerData: start,
    env: options.environment,
    execArgv: [],
    resourceLimits: {
      maxOldGenerationSizeMb: definition.memoryMb,
      maxYoungGenerationSizeMb: youngGenerationMb,
    },
  });
  let alive = true;
  let waiting: Waiting | undefined;
  let failure: PlatformError | undefined;

  async function answer(id: number, asked: Asked): Promise<void> {
    const json = (await options.ask(asked)) ?? null;
    if (alive) worker.postMessage({ type: 'answer', id, json } satisfies HostMessage);
  }

  const settle = (settler: (current: Waiting) => void) => {
    const current = waiting;
    waiting = undefined;
    if (current) settler(current);
  };
  const ready = new Promise<void>((resolve, reject) => {
    worker.on('message', (message: InstanceMessage) => {
      if (message.type === 'log') options.onOutput(message);
      else if (message.type === 'ask') void answer(message.id, message);
      else if (message.type === 'ready') resolve();
      else if (message.type === 'broken') reject(failed(definition, message.error));
      else if (message.type === 'done') settle((current) => current.resolve(message.result));
      else settle((current) => current.reject(failed(definition, message.error)));
    });
    worker.on('error', (error: Error & { code?: string }) => {
      alive = false;
      failure =
        error.code === 'ERR_WORKER_OUT_OF_MEMORY'
          ? memoryExceeded(definition.memoryMb)
          : failed(definition, { message: error.message, stack: error.stack ?? error.message });
    });
    worker.on('exit', () => {
      alive = false;
      const error = failure ?? processExited();
      reject(error);
      settle((current) => current.reject(error));
    });
  });

  const end = async () => {
    alive = false;
    await worker.terminate();
  };
  await withinTime(ready, maxColdStartMs, () => timedOut(maxColdStartMs / 1000)).catch(
    async (error: unknown) => {
      await end();
      throw error;
    },
  );
  return {
    get alive() {
      return alive;
    },
    end,
    async invoke(message) {
      const result = new Promise<string>((resolve, reject) => (waiting = { resolve, reject }));
      worker.postMessage(message satisfies HostMessage);
      return withinTime(result, definition.timeoutSeconds * 1000, () => {
        // The caller gets the time-out, not the exit that it causes.
        waiting = undefined;
        void end();
        return timedOut(definition.timeoutSeconds);
      });
    },
  };
}

/** On the platform a function's files are in `/var/user`, so stacks that callers see must name that folder. */
function failed(definition: FunctionDefinition, error: ReportedError): PlatformError {
  return executionFailed(error.stack.replaceAll(definition.dir, '/var/user'));
}

async function withinTime<T>(work: Promise<T>, ms: number, late: () => PlatformError): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(late()), ms);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
