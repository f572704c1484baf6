import { readJsonObject } from './json-file';
import { readCollections, type CollectionSpec } from 'sqlite-document-database';

/** What the local cloud reads of `cloudbaserc.json`, the file that deployment reads too. */
export interface EnvironmentFile {
  envId: string;
  functions: DeployedFunction[];
  collections: CollectionSpec[];
}

export interface DeployedFunction {
  name: string;
  handler?: string;
  timeout?: number;
  memorySize?: number;
  envVariables?: Record<string, string>;
  triggers?: unknown;
}

/** The local environment's id when `cloudbaserc.json` leaves it to `{{env.…}}` and nothing sets it. */
const LOCAL_ENVIRONMENT = 'local-1';
const PLACEHOLDER = /\{\{\s*env\.([A-Za-z0-9_]+)\s*\}\}/g;

/**
 * Reads `cloudbaserc.json`, with `{{env.NAME}}` filled by `valueOf(NAME)`.
 * Throws a sentence when the file cannot be read, a value is missing or a collection is not well declared.
 */
export function readEnvironmentFile(
  file: string,
  valueOf: (name: string) => string | undefined,
): EnvironmentFile {
  const parsed = parse(file);
  const fill = (text: string, where: string): string =>
    text.replace(PLACEHOLDER, (_all, name: string) => {
      const value = valueOf(name);
      if (value === undefined)
        throw new Error(`${file} asks for {{env.${name}}} at ${where}: set ${name} in the environment`);
      return value;
    });
  return {
    envId: (parsed.envId ?? LOCAL_ENVIRONMENT).replace(
      PLACEHOLDER,
      (_all, name: string) => valueOf(name) ?? LOCAL_ENVIRONMENT,
    ),
    collections: collectionsOf(file, parsed.database?.collections),
    functions: functionsOf(file, parsed.functions).map((each) => ({
      ...each,
      envVariables: Object.fromEntries(
        Object.entries(each.envVariables ?? {}).map(([key, text]) => [
          key,
          fill(String(text), `functions.${each.name}.envVariables.${key}`),
        ]),
      ),
    })),
  };
}

function functionsOf(file: string, declared: unknown = []): DeployedFunction[] {
  const named = (each: unknown) => typeof (each as { name?: unknown } | null)?.name === 'string';
  if (Array.isArray(declared) && declared.every(named)) return declared as DeployedFunction[];
  throw new Error(`${file}: functions is not a list of {"name": …}`);
}

function collectionsOf(file: string, declared: unknown): CollectionSpec[] {
  try {
    return readCollections(declared);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

function parse(file: string): {
  envId?: string;
  functions?: unknown;
  database?: { collections?: unknown };
} {
  try {
    return readJsonObject(file) as ReturnType<typeof parse>;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Error(`${file} cannot be read: it names the functions and collections of the environment`, {
      cause: error,
    });
  }
}
