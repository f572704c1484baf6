import { createHash } from 'node:crypto';
import type { AuditBatchDocument, AuditEntryDocument } from '../contract/moderation-documents';

/** What the first batch follows. */
export const firstHash = '0'.repeat(64);

type Batch = Omit<AuditBatchDocument, '_id' | 'hash'>;

/** Of everything that an entry says; which batch it is in is said by the batch. */
export const entryHash = ({ _id, caseId, action, reason, atMs }: Omit<AuditEntryDocument, 'batch'>): string =>
  sha256(JSON.stringify([_id, caseId, action, reason, atMs]));

export const batchHash = ({ batch, previous, entries, atMs }: Batch): string =>
  sha256(JSON.stringify([batch, previous, entries.map(({ id, hash }) => [id, hash]), atMs]));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What is wrong with the audit trail, in a sentence; the first such thing. */
export interface ChainFault {
  batch: number;
  sentence: string;
}

/**
 * Checks one batch of the chain and its entries; null when it is whole.
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
  return null;
}
