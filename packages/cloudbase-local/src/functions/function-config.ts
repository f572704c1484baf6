import { existsSync } from 'node:fs';
import { readJsonObject } from '../environment/json-file';

/** What counts of a function's `config.json`; what else stands there is somebody else's. */
export interface FunctionConfig {
  /** As they stand there: whoever uses them sees to their range. */
  timeout?: unknown;
  memorySize?: unknown;
  /** `permissions.openapi`. */
  openApis: string[];
  triggers: TimerTrigger[];
}

export interface TimerTrigger {
  name: string;
  /** Seven-field cron: second minute hour day month weekday year, in UTC+8. */
  config: string;
}

/**
 * Reads `config.json` of a function's folder; none is an empty one. Throws a sentence when it is no JSON object.
 * @param note hears of what is there and cannot count
 */
export function readFunctionConfig(file: string, note: (line: string) => void): FunctionConfig {
  const { timeout, memorySize, permissions, triggers } = existsSync(file) ? readJsonObject(file) : {};
  return {
    timeout,
    memorySize,
    openApis: openApisIn(permissions, (line) => note(`${file}: ${line}`)),
    triggers: timersIn(triggers, (line) => note(`${file}: ${line}`)),
  };
}

/**
 * The timers of a `triggers` field, of `config.json` or `cloudbaserc.json`; other kinds of triggers do not exist here.
 * @param note hears of those that cannot count
 */
export function timersIn(triggers: unknown, note: (line: string) => void): TimerTrigger[] {
  if (triggers === undefined) return [];
  if (!Array.isArray(triggers)) {
    note('triggers is not a list: it does not count');
    return [];
  }
  return triggers.flatMap((trigger: unknown, at) => {
    const { name, type, config } = isRecord(trigger) ? trigger : {};
    if (typeof name === 'string' && typeof config === 'string' && type === 'timer') return [{ name, config }];
    note(`triggers[${at}] is not {"name": …, "type": "timer", "config": …}: it does not count`);
    return [];
  });
}

function openApisIn(permissions: unknown, note: (line: string) => void): string[] {
  const asked = isRecord(permissions) ? permissions['openapi'] : permissions;
  if (asked === undefined) return [];
  if (Array.isArray(asked) && asked.every((each) => typeof each === 'string')) return asked;
  note('permissions.openapi is not a list of names: it does not count');
  return [];
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
