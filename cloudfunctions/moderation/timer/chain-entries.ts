import { batchHash, entryHash, firstHash } from '../../shared/kernel/audit-chain';
import { batchedOf, unchainedEntries } from '../../shared/adapters/audit-store';
import { inOrder, readDocument } from '../../shared/adapters/ordered-writes';
import type { Run } from './run';

const batchSize = 80;
const head = 'head';

/**
 * Chains the entries since the last run: a batch holds the hash of each entry and of the batch before. Each decision writes only an
 * entry of its own, so two decisions never wait for each other.
 */
export async function chainEntries({ nowMs, hasTime }: Run): Promise<number> {
  let chained = 0;
  while (hasTime()) {
    const last = await readDocument('auditHeads', head);
    const entries = await unchainedEntries(batchSize);
    if (entries.length === 0) return chained;
    // If a run was cut short after it wrote its batch, some entries of the batch do not name it yet.
    const batched = last ? ((await readDocument('auditBatches', batchId(last.batch)))?.entries ?? []) : [];
    const unnamed = batched.filter(({ id }) => entries.some(({ _id }) => _id === id));
    if (last && unnamed.length > 0) {
      await batchedOf(last.batch, unnamed);
      continue;
    }
    const batch = (last?.batch ?? 0) + 1;
    const hashed = entries.map((entry) => ({ id: entry._id, hash: entryHash(entry) }));
    const previous = last?.hash ?? firstHash;
    const hash = batchHash({ batch, previous, entries: hashed, atMs: nowMs });
    const isOurs = await inOrder(async (ordered) => {
      const now = await ordered.read('auditHeads', head);
      // Another run has already written this batch.
      if ((now?.batch ?? 0) !== batch - 1) return false;
      await ordered.write('auditBatches', {
        _id: batchId(batch),
        batch,
        previous,
        entries: hashed,
        atMs: nowMs,
        hash,
      });
      await ordered.write('auditHeads', { _id: head, batch, hash });
      return true;
    });
    if (!isOurs) return chained;
    await batchedOf(batch, hashed);
    chained += entries.length;
    // The log is outside the database, so a forger of the whole chain would have to rewrite the log as well.
    console.log(JSON.stringify({ auditBatch: batch, hash }));
    if (entries.length < batchSize) return chained;
  }
  return chained;
}

/** Zero-padded, so that ids sort in the order of the batches. */
export const batchId = (batch: number): string => batch.toString(16).padStart(32, '0');
