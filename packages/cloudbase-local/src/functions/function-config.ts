import { existsSync } from 'node:fs';
import { z } from 'zod';
import { readJsonObject } from '../environment/json-file';

/** The part of a function's `config.json` that the local cloud reads. */
export interface FunctionConfig {
  /** The file's own values; their ranges are checked at their use. */
  timeout?: unknown;
  memorySize?: unknown;
  /** From `permissions.openapi`. */
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
 * Reads `config.json` of a function's folder; a missing file counts as empty. Throws a sentence when the file is not a
 * JSON object.
 * @param note called with a sentence for each part of the file that is ignored
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
 * The timers of a `triggers` field in `config.json` or `cloudbaserc.json`. Triggers of other kinds are not supported.
 * @param note called with a sentence for each trigger that is ignored
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
