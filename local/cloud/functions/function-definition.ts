import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { EnvironmentFile } from '../environment-file';
import { DEFAULT_MEMORY_MB, DEFAULT_TIMEOUT_SECONDS, MAX_TIMEOUT_SECONDS } from '../platform-limits';

export interface TimerTrigger {
  name: string;
  /** Seven-field cron: second minute hour day month weekday year, in UTC+8. */
  config: string;
}

/** One deployed function, as its `config.json` and the environment's `cloudbaserc.json` describe it. */
export interface FunctionDefinition {
  name: string;
  dir: string;
  entryFile: string;
  handlerName: string;
  timeoutSeconds: number;
  memoryMb: number;
  /** Values of `envVariables`, placeholders filled. */
  environment: Record<string, string>;
  /** `permissions.openapi`. */
  openApis: string[];
  triggers: TimerTrigger[];
}

/** Every folder of `functionsDir` that holds an `index.js`. Throws a sentence when a configuration cannot be read. */
export function readFunctions(functionsDir: string, environmentFile: EnvironmentFile): FunctionDefinition[] {
  if (!existsSync(functionsDir)) return [];
  return readdirSync(functionsDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(functionsDir, entry.name, 'index.js')))
    .map((entry) => readFunction(join(functionsDir, entry.name), entry.name, environmentFile));
}

interface FunctionConfig {
  timeout?: number;
  memorySize?: number;
  permissions?: { openapi?: string[] };
  triggers?: { name: string; type: string; config: string }[];
}

function readFunction(dir: string, name: string, environmentFile: EnvironmentFile): FunctionDefinition {
  const config = readConfig(join(dir, 'config.json'));
  const deployed = environmentFile.functions.find((each) => each.name === name);
  const handler = deployed?.handler ?? 'index.main';
  const triggers = [...(config.triggers ?? []), ...(deployed?.triggers ?? [])].filter(
    (trigger) => trigger.type === 'timer',
  );
  return {
    name,
    dir,
    entryFile: join(dir, `${handler.slice(0, handler.lastIndexOf('.'))}.js`),
    handlerName: handler.slice(handler.lastIndexOf('.') + 1),
    timeoutSeconds: Math.min(
      MAX_TIMEOUT_SECONDS,
      deployed?.timeout ?? config.timeout ?? DEFAULT_TIMEOUT_SECONDS,
    ),
    memoryMb: deployed?.memorySize ?? config.memorySize ?? DEFAULT_MEMORY_MB,
    environment: { ...deployed?.envVariables },
    openApis: config.permissions?.openapi ?? [],
    triggers: uniqueByName(triggers),
  };
}

function readConfig(file: string): FunctionConfig {
  if (!existsSync(file)) return {};
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as FunctionConfig;
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${(error as Error).message}`, { cause: error });
  }
}

/** The same trigger may stand in both files: DevTools deploys the one, the command line the other. */
function uniqueByName(triggers: TimerTrigger[]): TimerTrigger[] {
  return [...new Map(triggers.map(({ name, config }) => [name, { name, config }])).values()];
}
