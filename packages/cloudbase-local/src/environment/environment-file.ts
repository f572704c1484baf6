import { readCollections, type CollectionSpec } from 'sqlite-document-database';
import { z } from 'zod';
import { readJsonObject } from './json-file';

/** The part of `cloudbaserc.json` that the local cloud reads; deployments read the same file. */
export interface EnvironmentFile {
  envId: string;
  functions: DeployedFunction[];
  collections: CollectionSpec[];
}

/** The local environment's id, used when `cloudbaserc.json` says `{{env.…}}` and the variable is not set. */
const localEnvironment = 'local-1';
const placeholder = /\{\{\s*env\.([A-Za-z0-9_]+)\s*\}\}/g;

const deployedFunction = z.object({
  name: z.string(),
  handler: z.string().optional(),
  /** The ranges of these values are checked at their use, together with those of config.json. */
  timeout: z.unknown().optional(),
  memorySize: z.unknown().optional(),
  envVariables: z.record(z.string(), z.coerce.string()).default({}),
  triggers: z.unknown().optional(),
});

export type DeployedFunction = z.infer<typeof deployedFunction>;

const settings = z.object({
  envId: z.string().default(localEnvironment),
  functions: z.array(deployedFunction).default([]),
  database: z.object({ collections: z.unknown().optional() }).optional(),
});

const forms: Record<string, string> = {
  envId: 'a text',
  functions: 'a list of {"name": …}',
  database: 'an object such as {"collections": []}',
};

/**
 * Reads `cloudbaserc.json` and fills `{{env.NAME}}` by `valueOf(NAME)`. Without a file the environment is as new.
 * Throws a sentence when the file cannot be read, a value is missing or a collection is declared wrongly.
 */
export function readEnvironmentFile(
  file: string | undefined,
  valueOf: (name: string) => string | undefined,
): EnvironmentFile {
  if (file === undefined) return { envId: localEnvironment, functions: [], collections: [] };
  const { envId, functions, database } = parse(file);
  const fill = (text: string, where: string): string =>
    text.replace(placeholder, (_all, name: string) => {
      const value = valueOf(name);
      if (value === undefined)
        throw new Error(`${file} asks for {{env.${name}}} at ${where}: set ${name} in the environment`);
      return value;
    });
  return {
    envId: envId.replace(placeholder, (_all, name: string) => valueOf(name) ?? localEnvironment),
    collections: collectionsOf(file, database?.collections),
    functions: functions.map((each) => ({
      ...each,
      envVariables: Object.fromEntries(
        Object.entries(each.envVariables).map(([key, text]) => [
          key,
          fill(text, `functions.${each.name}.envVariables.${key}`),
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

function parse(file: string): z.infer<typeof settings> {
  const { success, data, error } = settings.safeParse(objectIn(file));
  if (success) return data;
  const [{ path, message } = { path: [], message: '' }] = error.issues;
  const field = String(path[0]);
  const place = path.length > 2 ? ` (${path.join('.')}: ${message})` : '';
  throw new Error(`${file}: ${field} is not ${forms[field] ?? 'valid'}${place}`);
}

function objectIn(file: string): Record<string, unknown> {
  try {
    return readJsonObject(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    throw new Error(`${file} cannot be read: it names the functions and collections of the environment`, {
      cause: error,
    });
  }
}
