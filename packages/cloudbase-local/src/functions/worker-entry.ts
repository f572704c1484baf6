/**
 * The program of a function instance: a worker thread with its own environment that serves one invocation at a time, as
 * one container on SCF does. `worker-code.ts` bundles it. Every instance loads all that it imports, so it imports
 * little and no packages.
 */
import { createRequire } from 'node:module';
import { inspect } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { sendDirectly } from './direct-requests';
import { resolvePlatformHosts } from './resolve-platform-hosts';
import { invocationEnvironment } from './worker-environment';
import type {
  HostMessage,
  InstanceMessage,
  InstanceStart,
  InvokeMessage,
  ReportedError,
} from './worker-messages';

type Callback = (error: unknown, result?: unknown) => void;
type Handler = (event: unknown, context: unknown, callback: Callback) => unknown;

const start = workerData as InstanceStart;
let requestId = '';
let rootRequestId = '';
let environmentKeys: string[] = [];
let lastAsked = 0;

followPlatformClock(new Float64Array(start.sharedClockOffset));
captureOutput();
resolvePlatformHosts(start.gatewayUrl);
const answers = new Map<number, (json: string | null) => void>();
sendDirectly(start.gatewayUrl, (asked, answered) => {
  lastAsked += 1;
  answers.set(lastAsked, answered);
  tell({ type: 'ask', id: lastAsked, ...asked });
});
try {
  const handler = loadHandler();
  parentPort?.on('message', (message: HostMessage) => {
    if (message.type === 'invoke') return void invoke(handler, message);
    const answered = answers.get(message.id);
    answers.delete(message.id);
    answered?.(message.json);
  });
  tell({ type: 'ready' });
} catch (error) {
  tell({ type: 'broken', error: report(error) });
}

function tell(message: InstanceMessage): void {
  parentPort?.postMessage(message);
}

function loadHandler(): Handler {
  const loaded: unknown = createRequire(start.entryFile)(start.entryFile);
  const handler = (loaded as Record<string, unknown> | null)?.[start.handlerName];
  if (typeof handler !== 'function')
    throw new Error(`the function exports no handler named ${start.handlerName}`);
  return handler as Handler;
}

async function invoke(handler: Handler, message: InvokeMessage): Promise<void> {
  ({ requestId, rootRequestId } = message);
  const environment = invocationEnvironment(message, start.envId);
  // Each change of a variable costs microseconds, so variables that will be set again are not removed first.
  for (const key of environmentKeys) if (!(key in environment)) delete process.env[key];
  environmentKeys = Object.keys(environment);
  Object.assign(process.env, environment);
  try {
    const result = await answerOf(handler, JSON.parse(message.event), contextOf(requestId, environment));
    tell({ type: 'done', requestId: message.requestId, result: JSON.stringify(result) ?? 'null' });
  } catch (error) {
    tell({ type: 'failed', requestId: message.requestId, error: report(error) });
  }
}

/** A handler returns its answer or a promise of it. A handler that returns nothing may call its callback instead. */
function answerOf(handler: Handler, event: unknown, context: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const returned = handler(event, context, (error, result) =>
      error === null || error === undefined ? resolve(result) : reject(error as Error),
    );
    if (returned !== undefined || handler.length < 3) resolve(returned);
  });
}

/**
 * The context has the invocation's variables under both names that `parseContext` of the node SDK reads. Few functions read them, so they
 * are written down at the first access.
 */
function contextOf(id: string, environment: Record<string, string>): Record<string, unknown> {
  return {
    request_id: id,
    ...start.context,
    get environ() {
      return Object.entries(environment)
        .map(([name, value]) => `${name}=${value}`)
        .join(';');
    },
    get environment() {
      return JSON.stringify(environment);
    },
  };
}

function report(error: unknown): ReportedError {
  if (error instanceof Error) return { message: error.message, stack: error.stack ?? String(error) };
  const message = typeof error === 'string' ? error : textOf(error);
  return { message, stack: message };
}

/** A function may throw anything, even what JSON cannot hold. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? String(value);
  } catch {
    return inspect(value);
  }
}

/** Output takes the same way as results, so that each line is logged under its own invocation. */
function captureOutput(): void {
  for (const stream of ['stdout', 'stderr'] as const) {
    process[stream].write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
      tell({
        type: 'log',
        requestId,
        rootRequestId,
        stream,
        text: typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString(),
      });
      const done = rest.find((argument) => typeof argument === 'function') as (() => void) | undefined;
      done?.();
      return true;
    };
  }
  // On the platform, `cloud.logger()` and the node SDK's logger write here.
  Object.assign(console, {
    __baseLog__: (message: unknown, level = 'log') =>
      process.stdout.write(`[${String(level)}] ${JSON.stringify(message)}\n`),
  });
}

/** Makes `Date` inside the function show the platform's time, which a test may have moved. */
function followPlatformClock(offset: Float64Array): void {
  const MachineDate = Date;
  const machineNow = Date.now;
  const now = () => machineNow() + (offset[0] ?? 0);
  const PlatformDate = new Proxy(MachineDate, {
    construct: (target, parts: unknown[], newTarget: new () => object) =>
      Reflect.construct(target, parts.length === 0 ? [now()] : parts, newTarget) as object,
    apply: () => new MachineDate(now()).toString(),
  });
  MachineDate.now = now;
  MachineDate.prototype.constructor = PlatformDate;
  globalThis.Date = PlatformDate;
}
