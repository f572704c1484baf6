import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { DeployedFunction, EnvironmentFile } from '../environment/environment-file';
import {
  defaultMemoryMb,
  defaultTimeoutSeconds,
  maxMemoryMb,
  maxTimeoutSeconds,
  minMemoryMb,
  minTimeoutSeconds,
} from '../platform-limits';
import { readFunctionConfig, timersIn, type TimerTrigger } from './function-config';

/** One deployed function, as its `config.json` and the environment's `cloudbaserc.json` describe it. */
export interface FunctionDefinition {
  name: string;
  dir: string;
  entryFile: string;
  handlerName: string;
  timeoutSeconds: number;
  memoryMb: number;
  /** The values of `envVariables`, with placeholders filled. */
  environment: Record<string, string>;
  /** From `permissions.openapi`. */
  openApis: string[];
  triggers: TimerTrigger[];
}

/**
 * Finds every folder of `functionsDir` that holds an `index.js`, or the file of its `handler`. Throws a sentence when a
 * configuration cannot be read.
 * @param note hears of folders that are skipped and of values that are ignored
 */
export function readFunctions(
  functionsDir: string,
  environmentFile: EnvironmentFile,
  note: (line: string) => void,
): FunctionDefinition[] {
  if (!existsSync(functionsDir)) return [];
  return readdirSync(functionsDir, { withFileTypes: true }).flatMap((entry) => {
    // This folder may hold packages for all functions.
    if (!entry.isDirectory() || entry.name === 'node_modules' || entry.name.startsWith('.')) return [];
    const dir = join(functionsDir, entry.name);
    const deployed = environmentFile.functions.find((each) => each.name === entry.name);
    const handler = handlerIn(deployed?.handler ?? 'index.main');
    if (existsSync(join(dir, handler.file))) return [readFunction(dir, entry.name, handler, deployed, note)];
    note(`${dir} is passed over: a function has an ${handler.file}`);
    return [];
  });
}

/** For `index.main`: the file without its ending, and the function that it exports. */
function handlerIn(handler: string): { file: string; name: string } {
  const dot = handler.lastIndexOf('.');
  return { file: `${handler.slice(0, dot)}.js`, name: handler.slice(dot + 1) };
}

function readFunction(
  dir: string,
  name: string,
  handler: { file: string; name: string },
  deployed: DeployedFunction | undefined,
  note: (line: string) => void,
): FunctionDefinition {
  const config = readFunctionConfig(join(dir, 'config.json'), note);
  const deployedTimers = timersIn(deployed?.triggers, (line) => note(`function ${name}: ${line}`));
  return {
    name,
    dir,
    entryFile: join(dir, handler.file),
    handlerName: handler.name,
    timeoutSeconds: within(timeout, deployed?.timeout ?? config.timeout, name, note),
    memoryMb: within(memory, deployed?.memorySize ?? config.memorySize, name, note),
    environment: { ...deployed?.envVariables },
    openApis: config.openApis,
    triggers: uniqueByName([...config.triggers, ...deployedTimers]),
  };
}

interface Range {
  name: string;
  unit: string;
  least: number;
  most: number;
  /** The default. */
  usual: number;
}

const timeout: Range = {
  name: 'timeout',
  unit: 's',
  least: minTimeoutSeconds,
  most: maxTimeoutSeconds,
  usual: defaultTimeoutSeconds,
};
const memory: Range = {
  name: 'memorySize',
  unit: 'MB',
  least: minMemoryMb,
  most: maxMemoryMb,
  usual: defaultMemoryMb,
};

/**
 * The value in use: a value out of range becomes the nearest in range, and a value that is not a number becomes the
 * default.
 */
function within(
  { name, unit, least, most, usual }: Range,
  given: unknown,
  functionName: string,
  note: (line: string) => void,
): number {
  if (given === undefined) return usual;
  const counts = typeof given === 'number' ? Math.min(most, Math.max(least, given)) : usual;
  if (counts !== given)
    note(
      `function ${functionName}: ${name} ${JSON.stringify(given)} is not from ${least} to ${most} ${unit}: ${counts} ${unit} counts`,
    );
  return counts;
}

/** The same trigger may be in both files, because DevTools deploys the one and the command line the other. */
function uniqueByName(triggers: TimerTrigger[]): TimerTrigger[] {
  return [...new Map(triggers.map((trigger) => [trigger.name, trigger])).values()];
}
