import { errorTable, type ErrorCode } from '@facts/errors';
import { z } from 'zod';
import type { CallResponse } from '../contract/call';
import type { CallFailure } from '../contract/errors';
import { ErasedMeanwhile } from '../contract/erased-meanwhile';
import { callCount } from '../contract/counted';
import { actorFrom, type Actor } from './actor';
import { CallError } from './call-error';
import { count, storeCounts } from './counting';
import { createFailures, type Failures } from './failures';
import { keyFaults } from './keys';
import { logCall } from './log';
import { Misconfigured } from './misconfigured';
import { overloadCause } from './overload';
import type { Platform } from './platform';
import type { CallContext, Procedure } from './procedure';

/** The parts of a cloud function's second argument that are used. */
interface FunctionContext {
  request_id?: string;
  requestId?: string;
  time_limit_in_ms?: number;
}

const Request = z.object({ call: z.string().max(40), input: z.unknown() });
const TimerEvent = z.object({ TriggerName: z.string() });

/** An event that WeChat pushes. A client can send the same, so a task believes only what a client cannot know. */
const PushedEvent = z.object({ MsgType: z.literal('event'), Event: z.string() });

export type MessageTask = (message: unknown, nowMs: number) => Promise<void>;

export type TimerTask = (nowMs: number, failures: Failures) => Promise<unknown>;

/** After a pause of so long, some connections that the instance keeps may have ended. */
const pauseMs = 4_000;

/**
 * The entry of a cloud function: picks the procedure that the event names, checks input and output, and turns every
 * failure into the contract's terms. Never throws.
 */
export function serve(
  procedures: Readonly<Record<string, Procedure>>,
  platform: Platform,
  timers: Readonly<Record<string, TimerTask>> = {},
  messages: Readonly<Record<string, MessageTask>> = {},
): (event: unknown, context?: FunctionContext) => Promise<CallResponse<unknown>> {
  // Once an instance: the operator reads it before somebody meets it.
  for (const sentence of keyFaults(process.env)) logCall.misconfigured('', 'start', sentence);
  let endedMs = performance.now();
  return async (event, context) => {
    const requestId = context?.request_id ?? context?.requestId ?? '';
    const startedMs = performance.now();
    platform.limitCall(context?.time_limit_in_ms ?? Infinity);
    // The platform freezes an instance between calls. One turn of the event loop lets it notice which connections ended meanwhile.
    if (startedMs - endedMs > pauseMs) await new Promise((resolve) => setTimeout(resolve, 0));
    let name = 'unknown';
    let response: CallResponse<unknown>;
    try {
      await platform.refresh(platform.nowMs());
      if (platform.isTimer()) {
        name = TimerEvent.parse(event).TriggerName;
        response = { ok: true, output: await runTimer(timers, name, platform.nowMs(), requestId) };
      } else if (taskOf(messages, event)) {
        name = 'message';
        // WeChat's own message has no sender, and all such callers would share one budget.
        if (platform.openid() !== null) await platform.spend(name, platform.openid(), platform.nowMs());
        await taskOf(messages, event)?.(event, platform.nowMs());
        response = { ok: true, output: null };
      } else {
        const request = checkedInput(Request, event);
        const procedure = Object.hasOwn(procedures, request.call) ? procedures[request.call] : undefined;
        if (!procedure) throw new CallError('invalid-input', { field: 'call' });
        name = request.call;
        response = {
          ok: true,
          output: await runProcedure(procedure, request, invocationOf(platform, requestId), platform),
        };
      }
    } catch (error) {
      response = { ok: false, error: failureOf(error, requestId) };
      if (error instanceof Misconfigured) logCall.misconfigured(requestId, name, error.message);
      else if (response.error.code === 'internal') logCall.unexpected(requestId, name, error);
      else if (response.error.code === 'busy') logCall.busy(requestId, name, busyCause(error));
    }
    const outcome = response.ok ? 'ok' : response.error.code;
    const nowMs = platform.nowMs();
    count([callCount(platform.functionName, name, outcome, nowMs)]);
    await storeCounts(platform.addCounts, nowMs);
    endedMs = performance.now();
    logCall.done(requestId, name, outcome, endedMs - startedMs);
    return response;
  };
}

function taskOf(messages: Readonly<Record<string, MessageTask>>, event: unknown): MessageTask | undefined {
  const pushed = PushedEvent.safeParse(event);
  if (!pushed.success || !Object.hasOwn(messages, pushed.data.Event)) return undefined;
  return messages[pushed.data.Event];
}

async function runProcedure(
  procedure: Procedure,
  { call, input: rawInput }: z.output<typeof Request>,
  invocation: CallContext,
  platform: Platform,
): Promise<unknown> {
  const input = checkedInput(procedure.call.input, rawInput ?? {});
  await platform.passClosing(call, invocation.nowMs);
  // A call refused for its input is not counted, because it costs other callers nothing.
  await platform.spend(call, platform.openid(), invocation.nowMs);
  const output = await procedure.run(input, invocation);
  if (procedure.call.trusted) return output;
  const checked = procedure.call.output.safeParse(output);
  // A plain error: an output that breaks the contract is our fault, not the caller's input.
  if (!checked.success) throw new Error(`output breaks the contract: ${z.prettifyError(checked.error)}`);
  return checked.data;
}

function checkedInput<S extends z.ZodType>(schema: S, value: unknown): z.output<S> {
  const checked = schema.safeParse(value);
  if (checked.success) return checked.data;
  throw new CallError('invalid-input', { field: checked.error.issues[0]?.path.map(String).join('.') });
}

async function runTimer(
  timers: Readonly<Record<string, TimerTask>>,
  name: string,
  nowMs: number,
  requestId: string,
): Promise<unknown> {
  const task = Object.hasOwn(timers, name) ? timers[name] : undefined;
  if (!task) throw new Error(`no task for the timer ${name}`);
  const failures = createFailures();
  try {
    return await task(nowMs, failures);
  } finally {
    if (failures.count > 0) logCall.alarm(requestId, name, failures.count, failures.first);
  }
}

function invocationOf(platform: Platform, requestId: string): CallContext {
  let actor: Promise<Actor> | undefined;
  const lookUp = async (): Promise<Actor> => {
    const openid = platform.openid();
    return actorFrom(openid, openid ? await platform.findMember(openid) : null);
  };
  return {
    requestId,
    nowMs: platform.nowMs(),
    actor: () => (actor ??= lookUp()),
    isBlocked: (personId) => platform.isBlocked(personId),
  };
}

function failureOf(error: unknown, requestId: string): CallFailure {
  if (error instanceof CallError)
    return {
      ...plain(error.code, requestId),
      message: error.message,
      ...(error.detail.field && { field: error.detail.field }),
      ...(error.detail.findings && { findings: [...error.detail.findings] }),
    };
  if (error instanceof Misconfigured) return plain('misconfigured', requestId);
  if (error instanceof ErasedMeanwhile) return plain('being-erased', requestId);
  return plain(overloadCause(error) === null ? 'internal' : 'busy', requestId);
}

const plain = (code: ErrorCode, requestId: string): CallFailure => ({
  code,
  message: errorTable[code].sentence,
  retry: errorTable[code].retry,
  requestId,
});

const busyCause = (error: unknown): string =>
  (error instanceof CallError ? error.detail.cause : overloadCause(error)) ?? 'unnamed';
