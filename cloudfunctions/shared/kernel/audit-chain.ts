import { createHash } from 'node:crypto';
import type { AuditBatchDocument, AuditEntryDocument } from '../contract/moderation-documents';

/** The predecessor of the first batch. */
export const firstHash = '0'.repeat(64);

type Batch = Omit<AuditBatchDocument, '_id' | 'hash'>;

/** The hash of everything in an entry except its batch. */
export const entryHash = ({ _id, caseId, action, reason, atMs }: Omit<AuditEntryDocument, 'batch'>): string =>
  sha256(JSON.stringify([_id, caseId, action, reason, atMs]));

export const batchHash = ({ batch, previous, entries, atMs }: Batch): string =>
  sha256(JSON.stringify([batch, previous, entries.map(({ id, hash }) => [id, hash]), atMs]));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The first fault of the audit trail, as a sentence. */
export interface ChainFault {
  batch: number;
  sentence: string;
}

/**
 * Checks one batch of the chain and its entries; null when it is intact.
 * @param expected its number, and the hash of the batch before
 */
export function faultOfBatch(
  found: AuditBatchDocument | null,
  entries: ReadonlyMap<string, AuditEntryDocument>,
  expected: { batch: number; previous: string },
): ChainFault | null {
  const { batch } = expected;
  const fault = (sentence: string): ChainFault => ({ batch, sentence });
  if (!found || found.batch !== batch) return fault('the batch is missing');
  if (found.previous !== expected.previous) return fault('the batch does not follow the one before');
  if (batchHash(found) !== found.hash) return fault('the batch was changed');
  for (const { id, hash } of found.entries) {
    const entry = entries.get(id);
    if (!entry) return fault(`entry ${id} is missing`);
    if (entryHash(entry) !== hash) return fault(`entry ${id} was changed`);
  }
  const known = new Set(found.entries.map(({ id }) => id));
  for (const id of entries.keys()) if (!known.has(id)) return fault(`entry ${id} was added`);
  return null;
}
