import { randomBytes } from 'node:crypto';
import {
  AuditEntryDocument,
  AuditPeopleDocument,
} from '../../cloudfunctions/shared/contract/moderation-documents';
import type { Store } from './store';

export const randomId = (): string => randomBytes(16).toString('hex');

/**
 * Notes what the command is about to do in the trail. The entry comes first: a run that is cut short then leaves an entry too many, and
 * not a deed that the trail does not know.
 */
export async function noteDeed(
  store: Pick<Store, 'insert'>,
  action: 'appoint' | 'dismiss' | 'unblock',
  { caseId = randomId(), subjectId, nowMs }: { caseId?: string; subjectId: string | null; nowMs: number },
): Promise<void> {
  const _id = randomId();
  const entry = { _id, caseId, action, reason: null, atMs: nowMs, batch: null };
  await store.insert('auditEntries', AuditEntryDocument.parse(entry));
  await store.insert(
    'auditPeople',
    AuditPeopleDocument.parse({ _id, actorId: null, subjectId, atMs: nowMs }),
  );
}
