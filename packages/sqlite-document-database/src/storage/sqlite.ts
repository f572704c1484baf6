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

/**
 * A statement that returns rows as lists of values, which takes half the time of objects; for results of thousands of
 * rows.
 */
export interface TupleStatement {
  all(...parameters: SqlValue[]): SqlValue[][];
}

/** One connection. Statements are prepared once and kept. */
export interface Sql {
  exec(sql: string): void;
  prepare(sql: string): Statement;
  prepareTuples(sql: string): TupleStatement;
  close(): void;
}

interface Connection {
  exec(sql: string): void;
  prepare(sql: string): DriverStatement;
  close(): void;
}

interface DriverStatement extends Statement {
  /** `node:sqlite` has this since Node 22.16. */
  setReturnArrays?(returnArrays: boolean): void;
}

interface Driver {
  DatabaseSync: new (path: string, options?: { readOnly?: boolean }) => Connection;
}

/** Opens a connection to a file. Call `loadDriver` once before. */
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
  const getBuiltin = (process as { getBuiltinModule?(name: string): unknown }).getBuiltinModule;
  const builtin = withoutWarning(() => getBuiltin?.('node:sqlite') as Driver | undefined);
  return builtin ?? ((await import('@photostructure/sqlite')) as Driver);
}

/**
 * Hides the warning of Node 22 that `node:sqlite` is an experiment, because a user of the product can do nothing about
 * it. Other warnings pass, and this one is hidden only while the module loads.
 */
function withoutWarning<T>(load: () => T): T {
  const { emitWarning } = process;
  const pass = emitWarning as (...all: unknown[]) => void;
  process.emitWarning = (...all: unknown[]): void => {
    if (all[1] !== 'ExperimentalWarning') pass.apply(process, all);
  };
  try {
    return load();
  } finally {
    process.emitWarning = emitWarning;
  }
}

/** The same as `execArgv` of a Worker, for a thread of plain JavaScript that only uses the database file. */
export const quietThread = ['--disable-warning=ExperimentalWarning'];

function keepStatements(connection: Connection): Sql {
  const statements = new Map<string, Statement>();
  const tupleStatements = new Map<string, TupleStatement>();
  return {
    exec: (sql) => connection.exec(sql),
    prepare: (sql) => kept(statements, sql, () => connection.prepare(sql)),
    prepareTuples: (sql) => kept(tupleStatements, sql, () => inTuples(connection.prepare(sql))),
    close() {
      statements.clear();
      tupleStatements.clear();
      connection.close();
    },
  };
}

function kept<T>(statements: Map<string, T>, sql: string, prepare: () => T): T {
  let statement = statements.get(sql);
  if (!statement) statements.set(sql, (statement = prepare()));
  return statement;
}

function inTuples(statement: DriverStatement): TupleStatement {
  if (!statement.setReturnArrays)
    return { all: (...parameters) => statement.all(...parameters).map((row) => Object.values(row)) };
  statement.setReturnArrays(true);
  // The driver's types do not know that `setReturnArrays` changes what `all` returns.
  return { all: (...parameters) => statement.all(...parameters) as unknown as SqlValue[][] };
}
