import { type Database, PlatformError } from 'sqlite-document-database';

/** The most hints, so that a program with ever new names does not fill the log. */
const mostHints = 100;

/** The platform's errors name what is missing. This logs, once for each name, how to create it here. */
export function withHints(database: Database, log: (line: string) => void): Database {
  const said = new Set<string>();
  async function explained<T>(body: Record<string, unknown>, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      const hint = hintFor(error, String(body.collectionName));
      if (hint !== undefined && !said.has(hint) && said.size < mostHints) {
        said.add(hint);
        log(hint);
      }
      throw error;
    }
  }
  return {
    ...database,
    handle: (action, body, rows) => explained(body, () => database.handle(action, body, rows)),
    watch: (body, watcher) => explained(body, () => database.watch(body, watcher)),
  };
}

function hintFor(error: unknown, collection: string): string | undefined {
  if (!(error instanceof PlatformError)) return undefined;
  if (error.code === 'DATABASE_COLLECTION_NOT_EXIST') {
    const missing = /not exist: ([\w.-]+)\./.exec(error.message)?.[1] ?? collection;
    return `database: there is no collection ${missing}: declare it under database.collections of cloudbaserc.json, or start the project with --collections ${missing}`;
  }
  const path = /unable to find index for \$geoNear query on (\S+?)\. /.exec(error.message)?.[1];
  if (path === undefined) return undefined;
  return `database: ${collection} has no 2dsphere index on ${path}: declare one under database.collections of cloudbaserc.json`;
}
