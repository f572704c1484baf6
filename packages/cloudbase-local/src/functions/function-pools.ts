import type { PlatformClock } from '../environment/clock';
import type { LogStore } from '../environment/log-store';
import { idleInstanceMs } from '../platform-limits';
import type { Asked } from './direct-requests';
import type { FunctionDefinition } from './function-definition';
import { functionNotFound } from './function-errors';
import { startInstance } from './instance';
import { createInstancePool, type InstancePool } from './instance-pool';
import { workerCode } from './worker-code';
import { instanceEnvironment } from './worker-environment';

export interface FunctionPoolsOptions {
  envId: string;
  gatewayUrl(): string;
  clock: PlatformClock;
  logs: LogStore;
  maxInstances(functionName: string): number;
  maxWaiting: number;
  maxWaitMs?: number | undefined;
  idleMs?: number;
  /** Answers what functions ask the gateway, as JSON; undefined when a fault drops the connection. */
  ask(asked: Asked): Promise<string | undefined>;
}

/** The instances of all functions, in one pool for each, made at the function's first use. */
export interface FunctionPools {
  of(functionName: string): InstancePool;
  /** Makes the next invocations of the named functions (all when absent) load the code of that moment. */
  replace(functionNames?: string[]): void;
  kill(functionName: string): Promise<void>;
  /** The number of running instances, by function. */
  sizes(): Record<string, number>;
  close(): Promise<void>;
}

export function createFunctionPools(
  options: FunctionPoolsOptions,
  definitionOf: (functionName: string) => FunctionDefinition | undefined,
): FunctionPools {
  const pools = new Map<string, InstancePool>();

  function create(name: string): InstancePool {
    return createInstancePool({
      maxInstances: options.maxInstances(name),
      maxWaiting: options.maxWaiting,
      maxWaitMs: options.maxWaitMs,
      idleMs: options.idleMs ?? idleInstanceMs,
      start: async () => {
        const definition = definitionOf(name);
        if (!definition) throw functionNotFound();
        return startInstance({
          definition,
          workerCode: await workerCode(),
          envId: options.envId,
          environment: instanceEnvironment(definition, options.envId, options.gatewayUrl()),
          gatewayUrl: options.gatewayUrl(),
          sharedClockOffset: options.clock.sharedOffset,
          ask: options.ask,
          onOutput: ({ requestId, rootRequestId, stream, text }) =>
            options.logs.write({ requestId, rootRequestId, functionName: name, stream, text }),
        });
      },
    });
  }

  return {
    of(name) {
      const pool = pools.get(name) ?? create(name);
      pools.set(name, pool);
      return pool;
    },
    replace(names) {
      for (const [name, pool] of pools) if (!names || names.includes(name)) pool.replace();
    },
    kill: async (name) => pools.get(name)?.kill(),
    sizes: () => Object.fromEntries([...pools].map(([name, pool]) => [name, pool.size])),
    async close() {
      await Promise.all([...pools.values()].map((pool) => pool.close()));
    },
  };
}
