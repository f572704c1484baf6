import type { AuditEntryDocument } from '../contract/moderation-documents';
import { newPerson } from '../domain/person';
import type { Ordered } from './ordered-writes';

/** The audit entry of a decision. The people are stored apart from it, so that they can be erased. */
export interface Deed extends Pick<AuditEntryDocument, 'caseId' | 'action' | 'atMs'> {
  /** Random. */
  id: string;
  reason?: AuditEntryDocument['reason'];
  actorId: string | null;
  subjectId: string | null;
}

/** Writes the audit entry in the same transaction as the action that it records. */
export async function note(
  { write }: Pick<Ordered, 'write'>,
  { id, caseId, action, reason = null, atMs, actorId, subjectId }: Deed,
): Promise<void> {
  await write('auditEntries', { _id: id, caseId, action, reason, atMs, batch: null });
  await write('auditPeople', { _id: id, actorId, subjectId, atMs });
}

/**
 * A person whom an entry is about; null when that person was erased. Writes the person's document, because an erasure
 * that begins in the same instant then conflicts, and finds the entry. `isWritten`: the transaction writes it anyway. `isNew`: nothing
 * may be stored of the person yet, and the transaction is about to.
 */
export async function nameable(
  { read, write }: Pick<Ordered, 'read' | 'write'>,
  personId: string,
  { isWritten = false, isNew = false } = {},
): Promise<string | null> {
  const person = (await read('persons', personId)) ?? (isNew ? newPerson(personId) : null);
  if (!person || person.isErasing || person.erasedAtMs !== null) return null;
  if (!isWritten) await write('persons', person);
  return personId;
}
