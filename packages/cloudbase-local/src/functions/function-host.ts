import { randomUUID } from 'node:crypto';
import type { Caller, Invocation } from '../client/caller';
import type { Faults } from '../environment/faults';
import { PlatformError } from 'sqlite-document-database';
import { maxInvocationBytes } from '../platform-limits';
import type { FunctionDefinition } from './function-definition';
import { failureLine } from './failure-line';
import { functionNotFound, requestTooLarge, responseTooLarge } from './function-errors';
import { createFunctionPools, type FunctionPoolsOptions } from './function-pools';

/** Runs cloud functions as SCF does. */
export interface FunctionHost {
  /**
   * Takes `eventJson` and gives the result's JSON. Throws PlatformError, or DroppedConnection when a fault asks for it.
   */
  invoke(request: InvocationRequest): Promise<{ resultJson: string }>;
  /** The running invocation with this token. */
  invocationOf(token: string | undefined): Invocation | undefined;
  definition(name: string): FunctionDefinition | undefined;
  readonly definitions: FunctionDefinition[];
  /** Starts one instance of each function, so that the first visitor need not wait. */
  warmUp(): Promise<void>;
  /** Takes new definitions and makes the named functions (all when absent) load their code again. */
  reload(definitions: FunctionDefinition[], changed?: string[]): void;
  /** Ends all instances of a function in the middle of their work. The next invocation starts a new instance. */
  kill(name: string): Promise<void>;
  /** The number of running instances, by function. */
  instances(): Record<string, number>;
  close(): Promise<void>;
}

export interface InvocationRequest {
  name: string;
  eventJson: string;
  caller: Caller;
  requestId: string;
  /** The calling invocation, when a function calls a function. */
  parent?: Invocation;
}

export interface FunctionHostOptions extends FunctionPoolsOptions {
  definitions: FunctionDefinition[];
  faults: Faults;
  /** Called with a line for each invocation that fails. */
  log(line: string): void;
}

export function createFunctionHost(options: FunctionHostOptions): FunctionHost {
  const definitions = new Map(options.definitions.map((each) => [each.name, each]));
  const pools = createFunctionPools(options, (name) => definitions.get(name));
  const running = new Map<string, Invocation>();

  async function begin({ name, eventJson, caller, requestId, parent }: InvocationRequest): Promise<string> {
    const definition = definitions.get(name);
    if (!definition) throw functionNotFound();
    if (Buffer.byteLength(eventJson) > maxInvocationBytes) throw requestTooLarge();
    return run(
      definition,
      {
        requestId,
        rootRequestId: parent?.rootRequestId ?? requestId,
        functionName: name,
        caller,
        token: randomUUID(),
      },
      eventJson,
    );
  }

  async function run(
    definition: FunctionDefinition,
    invocation: Invocation,
    eventJson: string,
  ): Promise<string> {
    const startedMs = performance.now();
    let outcome = 'ok';
    try {
      await options.faults.strike({ functionName: definition.name });
      const result = await pools.of(definition.name).use((instance) => {
        running.set(invocation.token, invocation);
        return instance.invoke({
          type: 'invoke',
          requestId: invocation.requestId,
          rootRequestId: invocation.rootRequestId,
          event: eventJson,
          caller: invocation.caller,
          token: invocation.token,
        });
      });
      if (Buffer.byteLength(result) > maxInvocationBytes) throw responseTooLarge('6MB');
      return result;
    } catch (error) {
      outcome = error instanceof PlatformError ? `${error.code} ${error.message}` : String(error);
      throw error;
    } finally {
      running.delete(invocation.token);
      const text = `REPORT ${definition.name} ${(performance.now() - startedMs).toFixed(1)} ms ${outcome}\n`;
      options.logs.write({
        requestId: invocation.requestId,
        rootRequestId: invocation.rootRequestId,
        functionName: definition.name,
        stream: 'platform',
        text,
      });
    }
  }

  return {
    get definitions() {
      return [...definitions.values()];
    },
    definition: (name) => definitions.get(name),
    invocationOf: (token) => (token === undefined ? undefined : running.get(token)),
    async invoke(request) {
      try {
        return { resultJson: await begin(request) };
      } catch (error) {
        const line = failureLine(request.name, request.requestId, error);
        if (line !== undefined) options.log(line);
        throw error;
      }
    },
    async warmUp() {
      for (const name of definitions.keys()) await pools.of(name).use(() => Promise.resolve());
    },
    reload(next, changed) {
      definitions.clear();
      for (const each of next) definitions.set(each.name, each);
      pools.replace(changed);
    },
    kill: pools.kill,
    instances: pools.sizes,
    close: pools.close,
  };
}
