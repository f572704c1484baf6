import { existsSync } from 'node:fs';
import { z } from 'zod';
import { readJsonObject } from '../environment/json-file';

/** What the local cloud reads of a function's `config.json`. */
export interface FunctionConfig {
  /** As the file has them; their range is checked where they are used. */
  timeout?: unknown;
  memorySize?: unknown;
  /** `permissions.openapi`. */
  openApis: string[];
  triggers: TimerTrigger[];
}

const timer = z
  .object({
    name: z.string(),
    type: z.literal('timer'),
    /** Seven-field cron: second minute hour day month weekday year, in UTC+8. */
    config: z.string(),
  })
  .transform(({ name, config }) => ({ name, config }));

export type TimerTrigger = z.infer<typeof timer>;

const permissions = z.object({ openapi: z.array(z.string()).default([]) }).default({ openapi: [] });

/**
 * Reads `config.json` of a function's folder; a missing one counts as empty. Throws a sentence when it is no JSON object.
 * @param note called with a sentence for each part of the file that does not count
 */
export function readFunctionConfig(file: string, note: (line: string) => void): FunctionConfig {
  const config = existsSync(file) ? readJsonObject(file) : {};
  return {
    timeout: config.timeout,
    memorySize: config.memorySize,
    openApis: openApisIn(config.permissions, (line) => note(`${file}: ${line}`)),
    triggers: timersIn(config.triggers, (line) => note(`${file}: ${line}`)),
  };
}

/**
 * The timers of a `triggers` field, of `config.json` or `cloudbaserc.json`; other kinds of triggers do not exist here.
 * @param note called with a sentence for each trigger that does not count
 */
export function timersIn(triggers: unknown, note: (line: string) => void): TimerTrigger[] {
  if (triggers === undefined) return [];
  if (!Array.isArray(triggers)) {
    note('triggers is not a list: it does not count');
    return [];
  }
  return triggers.flatMap((trigger: unknown, at) => {
    const { success, data } = timer.safeParse(trigger);
    if (success) return [data];
    note(`triggers[${at}] is not {"name": …, "type": "timer", "config": …}: it does not count`);
    return [];
  });
}

function openApisIn(given: unknown, note: (line: string) => void): string[] {
  const { success, data } = permissions.safeParse(given);
  if (success) return data.openapi;
  note('permissions.openapi is not a list of names: it does not count');
  return [];
}
