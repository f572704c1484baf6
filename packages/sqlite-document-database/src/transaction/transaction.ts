import type { Collection } from '../storage/catalogue';
import type { Document } from '../values/value';
import type { Snapshot } from './snapshots';

/** An open transaction: a snapshot to read, and writes kept until the commit. */
export interface Transaction {
  id: string;
  startedMs: number;
  /** The token of the invocation that began the transaction. */
  token: string;
  snapshot?: Snapshot;
  /** The snapshot, once it was requested. */
  opening?: Promise<Snapshot>;
  /** The number of operations in progress; they keep the snapshot until the last is done. */
  busy: number;
  writes: Map<Collection, Map<string, Write>>;
  /** Resolves when the transaction has committed or aborted. */
  ended: Promise<void>;
  end(): void;
}

/** The pending write to one document. */
export interface Write {
  idKey: Uint8Array;
  document: Document | null;
  /** Whether the new document comes from update operators rather than from a whole document. */
  isUpdate: boolean;
}
