import type { Binding, BindingChange } from './binding';
import { openJournal } from './journal';

/** The bindings of an account on disk: those in force, and for a day those that ended. */
export interface KeptBindings {
  all(): Binding[];
  get(subsId: string): Binding | undefined;
  /** Throws when the disk does not take it, as the others do. */
  add(binding: Omit<Binding, 'subsId'>): Binding;
  /** Only writes to disk. The caller changes the binding afterwards, because its old phones are needed to free its seat. */
  noteChange(binding: Binding, change: BindingChange): void;
  noteEnd(binding: Binding, atMs: number): void;
  close(): void;
}

type Entry =
  | { kind: 'bind'; binding: Binding }
  | { kind: 'change'; subsId: string; change: BindingChange }
  | { kind: 'end'; subsId: string; atMs: number }
  /** The next binding's number, so that none is given twice. */
  | { kind: 'next'; number: number };

/** How long an ended binding can still be asked for after a restart. */
const endedKeptMs = 24 * 3_600_000;
const firstNumber = 1_000_000_700_000_001;

export function openKeptBindings(file: string, now: () => number): KeptBindings {
  const { entries, restart } = openJournal<Entry>(file);
  const { bindings, next } = replay(entries);
  let nextNumber = next;
  const journal = restart([
    { kind: 'next', number: nextNumber },
    ...[...bindings.values()]
      .filter(({ endedAtMs }) => endedAtMs === null || now() - endedAtMs < endedKeptMs)
      .map((binding): Entry => ({ kind: 'bind', binding })),
  ]);
  return {
    all: () => [...bindings.values()],
    get: (subsId) => bindings.get(subsId),
    add(wanted) {
      const binding: Binding = { ...wanted, subsId: String(nextNumber) };
      journal.append({ kind: 'bind', binding });
      nextNumber += 1;
      bindings.set(binding.subsId, binding);
      return binding;
    },
    noteChange: ({ subsId }, change) => journal.append({ kind: 'change', subsId, change }),
    noteEnd: ({ subsId }, atMs) => journal.append({ kind: 'end', subsId, atMs }),
    close: () => journal.close(),
  };
}

function replay(entries: readonly Entry[]): { bindings: Map<string, Binding>; next: number } {
  const bindings = new Map<string, Binding>();
  let next = firstNumber;
  for (const entry of entries) {
    if (entry.kind === 'next') next = entry.number;
    else if (entry.kind === 'bind') {
      bindings.set(entry.binding.subsId, entry.binding);
      next = Math.max(next, Number(entry.binding.subsId) + 1);
    } else {
      const binding = bindings.get(entry.subsId);
      if (!binding) continue;
      if (entry.kind === 'end') binding.endedAtMs = entry.atMs;
      else Object.assign(binding, entry.change);
    }
  }
  return { bindings, next };
}
