import type { AuditEntryDocument } from '../shared/contract/moderation-documents';
import type { Ordered } from '../shared/adapters/ordered-writes';
import { randomId } from '../shared/kernel/random-id';

/** The audit entry of a decision. The people are stored apart from it, so that they can be erased. */
export interface Deed extends Pick<AuditEntryDocument, 'caseId' | 'action' | 'atMs'> {
  reason?: AuditEntryDocument['reason'];
  actorId: string | null;
  subjectId: string | null;
}

/** Writes the audit entry in the same transaction as the action that it records. */
export async function note(
  { write }: Pick<Ordered, 'write'>,
  { caseId, action, reason = null, atMs, actorId, subjectId }: Deed,
): Promise<void> {
  const id = randomId();
  await write('auditEntries', { _id: id, caseId, action, reason, atMs, batch: null });
  await write('auditPeople', { _id: id, actorId, subjectId, atMs });
}
