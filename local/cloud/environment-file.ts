import { readFileSync } from 'node:fs';
import { readCollections, type CollectionSpec } from './collection-spec';

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
  triggers?: { name: string; type: string; config: string }[];
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
    functions: (parsed.functions ?? []).map((each) => ({
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

function collectionsOf(file: string, declared: unknown): CollectionSpec[] {
  try {
    return readCollections(declared);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
}

function parse(file: string): {
  envId?: string;
  functions?: DeployedFunction[];
  database?: { collections?: unknown };
} {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Error(`${file} cannot be read: it names the functions and collections of the environment`, {
      cause: error,
    });
  }
  try {
    return JSON.parse(text) as ReturnType<typeof parse>;
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${(error as Error).message}`, { cause: error });
  }
}
