import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openSql } from 'sqlite-document-database';
import type { Binding, BindingChange } from './binding';

/** The bindings of an account on disk: those in force, and those that ended within the last day. */
export interface KeptBindings {
  all(): Binding[];
  get(subsId: string): Binding | undefined;
  /** Throws when the disk refuses the write, as the other methods do. */
  add(binding: Omit<Binding, 'subsId'>): Binding;
  /**
   * Only writes to disk. The caller changes the binding afterwards, because it needs the old phones to free the seat.
   */
  noteChange(binding: Binding, change: BindingChange): void;
  noteEnd(binding: Binding, atMs: number): void;
  close(): void;
}

/** How long an ended binding can still be queried after a restart. */
const endedKeptMs = 24 * 3_600_000;
/** Ids have sixteen digits. AUTOINCREMENT never gives one twice, even after its row is deleted. */
const firstNumber = 1_000_000_700_000_001;
const schema = `
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS bindings(number INTEGER PRIMARY KEY AUTOINCREMENT, binding TEXT NOT NULL);
  INSERT INTO sqlite_sequence(name, seq) SELECT 'bindings', ${firstNumber - 1}
    WHERE NOT EXISTS (SELECT 1 FROM sqlite_sequence WHERE name = 'bindings');
`;

/** Rejects with a sentence when the file is damaged. */
export async function openKeptBindings(file: string, now: () => number): Promise<KeptBindings> {
  mkdirSync(dirname(file), { recursive: true });
  const sql = await openSql(file);
  const insert = (binding: string) =>
    sql.prepare('INSERT INTO bindings(binding) VALUES (?)').run(binding).lastInsertRowid;
  const update = (binding: Binding) =>
    sql.prepare('UPDATE bindings SET binding = ? WHERE number = ?').run(textOf(binding), binding.subsId);

  const bindings = new Map<string, Binding>();
  try {
    sql.exec(schema);
    sql.prepare(`DELETE FROM bindings WHERE binding ->> '$.endedAtMs' <= ?`).run(now() - endedKeptMs);
    for (const { number, binding } of sql.prepare('SELECT * FROM bindings ORDER BY number').all())
      bindings.set(String(number), { ...readText(String(binding)), subsId: String(number) });
  } catch (error) {
    sql.close();
    throw new Error(`${file} is damaged: remove it to start without bindings`, { cause: error });
  }
  return {
    all: () => [...bindings.values()],
    get: (subsId) => bindings.get(subsId),
    add(wanted) {
      const binding: Binding = { ...wanted, subsId: String(insert(textOf(wanted))) };
      bindings.set(binding.subsId, binding);
      return binding;
    },
    noteChange: (binding, change) => void update({ ...binding, ...change }),
    noteEnd: (binding, endedAtMs) => void update({ ...binding, endedAtMs }),
    close: () => sql.close(),
  };
}

type Stored = Omit<Binding, 'subsId'>;

/** A binding's id is its row number. */
function textOf(binding: Stored & { subsId?: string }): string {
  return JSON.stringify({ ...binding, subsId: undefined });
}

function readText(text: string): Stored {
  return JSON.parse(text) as Stored;
}
