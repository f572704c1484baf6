import type { Collection } from '../storage/catalogue';

/** The change of one document by a write. */
export interface DocumentChange {
  /** The text of its id's key. */
  idText: string;
  kind: 'add' | 'update' | 'replace' | 'remove';
  /** Canonical Extended JSON before the write; undefined when the document did not exist. */
  before: string | undefined;
  /** Canonical Extended JSON after the write; undefined when the document was removed. */
  after: string | undefined;
}

/**
 * Receives the changes of each write to a collection, in the order of the writes, once they are on disk; `'lost'` when
 * they are not known.
 */
export type Follower = (changes: readonly DocumentChange[] | 'lost') => void;

/**
 * Records what writes change, and reports it to the followers after the commit. Collections without followers cost
 * nothing.
 */
export interface Journal {
  /**
   * Follows from now on. Call when no batch is open.
   * @returns a function that ends it
   */
  follow(collection: Collection, follower: Follower): () => void;
  follows(collection: Collection): boolean;
  note(collection: Collection, change: DocumentChange): void;
  /** The write of the latest records succeeded, or was refused and left nothing. */
  written(): void;
  refused(): void;
  /** The writes are on disk, or all were undone. */
  committed(): void;
  undone(): void;
  /** More was written to the collection than was recorded. */
  lost(collection: Collection): void;
}

type Notes = Map<number, DocumentChange[]>;

export function newJournal(): Journal {
  const followers = new Map<number, Set<Follower>>();
  let writing: Notes = new Map();
  let written: Notes[] = [];
  return {
    follow({ id }, follower) {
      const all = followers.get(id) ?? new Set();
      followers.set(id, all.add(follower));
      return () => {
        all.delete(follower);
        if (all.size === 0) followers.delete(id);
      };
    },
    follows: ({ id }) => followers.has(id),
    note({ id }, change) {
      if (change.before === change.after) return;
      const known = writing.get(id);
      if (known) known.push(change);
      else writing.set(id, [change]);
    },
    written() {
      if (writing.size === 0) return;
      written.push(writing);
      writing = new Map();
    },
    refused() {
      if (writing.size > 0) writing = new Map();
    },
    committed() {
      if (written.length === 0) return;
      const done = written;
      written = [];
      for (const notes of done)
        for (const [id, changes] of notes) for (const follower of followers.get(id) ?? []) follower(changes);
    },
    undone() {
      writing = new Map();
      written = [];
    },
    lost({ id }) {
      for (const follower of followers.get(id) ?? []) follower('lost');
    },
  };
}
