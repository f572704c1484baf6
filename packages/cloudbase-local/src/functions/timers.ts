import { Cron } from 'croner';
import type { PlatformClock } from '../environment/clock';
import type { FunctionDefinition } from './function-definition';
import { readScheduleFields } from './schedule-fields';

/** Timer triggers of the functions: seven-field cron in UTC+8, where day and weekday are combined by OR. */
export interface Timers {
  /**
   * Moves the platform's clock forward and fires everything that becomes due, one after another and each at its own
   * moment. With `fire: 'once'` a trigger that became due many times fires only for the last of them. `only`: the functions whose
   * triggers fire; what becomes due of others is left out for good.
   */
  advance(ms: number, options?: { fire?: 'every' | 'once'; only?: ReadonlySet<string> }): Promise<void>;
  replace(definitions: FunctionDefinition[]): void;
  close(): void;
}

export interface TimerEvent {
  Type: 'Timer';
  TriggerName: string;
  Time: string;
  Message: string;
}

export type FireTimer = (functionName: string, event: TimerEvent) => Promise<void>;

interface Schedule {
  functionName: string;
  triggerName: string;
  cron: Cron;
  /** Infinity when the timer never fires again. */
  dueMs: number;
}

const timeZone = 'Asia/Shanghai';
/** setTimeout cannot wait for a whole month, so the timer is checked again every hour, which costs nothing. */
const longestSleepMs = 3_600_000;

export function startTimers(
  definitions: FunctionDefinition[],
  clock: PlatformClock,
  fire: FireTimer,
): Timers {
  let schedules: Schedule[] = [];
  let alarm: NodeJS.Timeout | undefined;
  let advancing = false;

  function replace(next: FunctionDefinition[]): void {
    schedules = next.flatMap((definition) =>
      definition.triggers.map((trigger) =>
        schedule(definition.name, trigger.name, trigger.config, clock.now()),
      ),
    );
    sleep();
  }

  function earliest(): Schedule | undefined {
    return schedules.reduce<Schedule | undefined>(
      (best, each) => (!best || each.dueMs < best.dueMs ? each : best),
      undefined,
    );
  }

  function sleep(): void {
    clearTimeout(alarm);
    const next = earliest();
    if (!next || next.dueMs === Infinity || advancing) return;
    alarm = setTimeout(wake, Math.min(longestSleepMs, Math.max(0, next.dueMs - clock.now())));
    alarm.unref();
  }

  function wake(): void {
    for (const each of schedules.filter((candidate) => candidate.dueMs <= clock.now())) {
      const dueMs = each.dueMs;
      each.dueMs = nextRun(each.cron, clock.now());
      void fire(each.functionName, eventOf(each, dueMs));
    }
    sleep();
  }

  replace(definitions);
  return {
    replace,
    close() {
      clearTimeout(alarm);
      schedules = [];
    },
    async advance(ms, { fire: mode = 'every', only } = {}) {
      const targetMs = clock.now() + ms;
      advancing = true;
      clearTimeout(alarm);
      try {
        for (let next = earliest(); next && next.dueMs <= targetMs; next = earliest()) {
          const dueMs = mode === 'once' ? lastRun(next, targetMs) : next.dueMs;
          if (dueMs > clock.now()) clock.shift(dueMs - clock.now());
          next.dueMs = nextRun(next.cron, dueMs);
          if (!only || only.has(next.functionName)) await fire(next.functionName, eventOf(next, dueMs));
        }
        if (targetMs > clock.now()) clock.shift(targetMs - clock.now());
      } finally {
        advancing = false;
        sleep();
      }
    },
  };
}

const lookBackMs = [10_000, 120_000, 7_200_000, 2 * 86_400_000];

function schedule(functionName: string, triggerName: string, pattern: string, nowMs: number): Schedule {
  const cron = parse(functionName, triggerName, pattern);
  return { functionName, triggerName, cron, dueMs: nextRun(cron, nowMs) };
}

function parse(functionName: string, triggerName: string, pattern: string): Cron {
  try {
    return new Cron(readScheduleFields(pattern), { timezone: timeZone });
  } catch (error) {
    throw new Error(
      `the timer ${triggerName} of ${functionName} has a schedule that cannot be read, ${pattern}: ${(error as Error).message}`,
      { cause: error },
    );
  }
}

function nextRun(cron: Cron, afterMs: number): number {
  return cron.nextRun(new Date(afterMs))?.getTime() ?? Infinity;
}

/**
 * Searches from near the end first, because the moments of a timer that runs each minute are too many to walk through.
 */
function lastRun({ cron, dueMs }: Schedule, untilMs: number): number {
  let last = dueMs;
  for (const ms of lookBackMs) {
    const startMs = nextRun(cron, untilMs - ms);
    if (startMs < dueMs || startMs > untilMs) continue;
    last = startMs;
    break;
  }
  for (let next = nextRun(cron, last); next <= untilMs; next = nextRun(cron, last)) last = next;
  return last;
}

function eventOf(each: Schedule, dueMs: number): TimerEvent {
  return {
    Type: 'Timer',
    TriggerName: each.triggerName,
    Time: new Date(dueMs).toISOString().replace(/\.\d+Z$/, 'Z'),
    Message: '',
  };
}
