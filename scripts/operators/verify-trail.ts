import {
  AuditBatchDocument,
  AuditEntryDocument,
  AuditHeadDocument,
} from '../../cloudfunctions/shared/contract/moderation-documents';
import { faultOfBatch, firstHash, type ChainFault } from '../../cloudfunctions/shared/kernel/audit-chain';
import type { Store } from './store';

/** The size of the trail, and its first fault. */
export interface TrailReport {
  batches: number;
  entries: number;
  unchained: number;
  /** The hash of the last whole batch; compare it with the log of the function `moderation`. */
  hash: string;
  fault: ChainFault | null;
}

/**
 * Walks the chain from its beginning. `logged`: a hash that the log names; a chain that was shortened or rewritten lacks it.
 */
export async function verifyTrail(
  store: Pick<Store, 'find' | 'count'>,
  { logged }: { logged?: string } = {},
): Promise<TrailReport> {
  // Counted before the head is read, so that a batch which the timer writes meanwhile is not one too many.
  const stored = await store.count('auditBatches', {});
  const [found] = await store.find('auditHeads', { _id: 'head' }, 1);
  const head = found === undefined ? null : AuditHeadDocument.parse(found);
  const report: TrailReport = {
    batches: 0,
    entries: 0,
    unchained: await store.count('auditEntries', { batch: null }),
    hash: firstHash,
    fault: null,
  };
  const hashes = new Set<string>();
  for (let batch = 1; batch <= (head?.batch ?? 0); batch += 1) {
    const [document] = await store.find('auditBatches', { batch }, 1);
    const read = AuditBatchDocument.safeParse(document);
    const entries = await store.find('auditEntries', { batch }, 1000);
    const byId = new Map(
      entries.flatMap((each) => {
        const entry = AuditEntryDocument.safeParse(each);
        return entry.success ? [[entry.data._id, entry.data] as const] : [];
      }),
    );
    const expected = { batch, previous: report.hash };
    const fault = faultOfBatch(read.success ? read.data : null, byId, expected);
    if (fault || !read.success) return { ...report, fault };
    report.batches += 1;
    report.entries += byId.size;
    report.hash = read.data.hash;
    hashes.add(report.hash);
  }
  if (head && head.hash !== report.hash)
    report.fault = { batch: head.batch, sentence: 'the last batch is not the one that was written last' };
  else if (stored > report.batches)
    report.fault = { batch: report.batches + 1, sentence: 'a batch is stored after the last one' };
  else if (logged !== undefined && !hashes.has(logged))
    report.fault = { batch: report.batches, sentence: `no batch has the hash ${logged}` };
  return report;
}
