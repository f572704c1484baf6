/*
 * The embedded database through one small shape: `node:sqlite` where Node has it (22.13 and later), otherwise
 * @photostructure/sqlite, which has the same interface for Node 20.
 */

export type SqlValue = null | number | bigint | string | Uint8Array;

export interface Statement {
  all(...parameters: SqlValue[]): Record<string, SqlValue>[];
  get(...parameters: SqlValue[]): Record<string, SqlValue> | undefined;
  run(...parameters: SqlValue[]): { changes: number | bigint; lastInsertRowid: number | bigint };
}

/** One connection. Statements are prepared once and kept. */
export interface Sql {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  close(): void;
}

interface Driver {
  DatabaseSync: new (
    path: string,
    options?: { readOnly?: boolean },
  ) => { exec(sql: string): void; prepare(sql: string): Statement; close(): void };
}

/** Opens a connection to a file. Use `loadDriver` once before. */
export async function openSql(path: string, options: { readOnly?: boolean } = {}): Promise<Sql> {
  const { DatabaseSync } = await loadDriver();
  return keepStatements(new DatabaseSync(path, options));
}

let driver: Promise<Driver> | undefined;

function loadDriver(): Promise<Driver> {
  driver ??= findDriver();
  return driver;
}

async function findDriver(): Promise<Driver> {
  const getBuiltin = (process as { getBuiltinModule?: (name: string) => unknown }).getBuiltinModule;
  const builtin = getBuiltin?.('node:sqlite') as Driver | undefined;
  return builtin ?? ((await import('@photostructure/sqlite')) as unknown as Driver);
}

function keepStatements(connection: Sql): Sql {
  const statements = new Map<string, Statement>();
  return {
    exec: (sql) => connection.exec(sql),
    prepare(sql) {
      let statement = statements.get(sql);
      if (!statement) {
        statement = connection.prepare(sql);
        statements.set(sql, statement);
      }
      return statement;
    },
    close() {
      statements.clear();
      connection.close();
    },
  };
}
