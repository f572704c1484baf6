import type { Collection } from '../storage/catalogue';

/** Records which owner holds a document or a unique key, and what changed while transactions were open. */
export interface Locks<Owner> {
  /** The owner that alone may change the document; undefined when the lock is free. */
  holder(name: string): Owner | undefined;
  hold(name: string, owner: Owner): void;
  release(owner: Owner): void;
  /** Records that a document changed at the present moment. */
  changed(name: string): void;
  /** Whether a document changed after the moment. */
  changedSince(name: string, moment: number): boolean;
  /** The present moment, for `changedSince`. */
  now(): number;
  /** Forgets changes that no open transaction can ask about. */
  forget(): void;
}

export function locks<Owner>(): Locks<Owner> {
  const held = new Map<string, Owner>();
  const changes = new Map<string, number>();
  let clock = 0;
  return {
    holder: (name) => held.get(name),
    hold: (name, owner) => void held.set(name, owner),
    release(owner) {
      for (const [name, holder] of held) if (holder === owner) held.delete(name);
    },
    changed: (name) => void changes.set(name, ++clock),
    changedSince: (name, moment) => (changes.get(name) ?? 0) > moment,
    now: () => clock,
    forget: () => changes.clear(),
  };
}

export function documentLock(collection: Collection, idText: string): string {
  return `d${collection.id}:${idText}`;
}

export function uniqueLock(indexId: number, key: string): string {
  return `u${indexId}:${key}`;
}
