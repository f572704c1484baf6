import {
  AuditEntryDocument,
  decidingActions,
  type AuditBatchDocument,
} from '../contract/moderation-documents';
import { command, database } from './database';
import { accepted, documents } from './stored';

const entries = () => database.collection('auditEntries');

/** How many items volunteers have decided since a moment. */
export async function decisionsSince(sinceMs: number): Promise<number> {
  const answer = await entries()
    .where({ action: command.in([...decidingActions]), atMs: command.gt(sinceMs) })
    .count();
  return accepted(answer).total ?? 0;
}

/** Entries that are in no batch yet, the oldest first. */
export async function unchainedEntries(limit: number): Promise<AuditEntryDocument[]> {
  const answer = await entries()
    .where({ batch: command.eq(null) })
    .orderBy('atMs', 'asc')
    .limit(limit)
    .get();
  return documents(AuditEntryDocument, answer);
}

/** Says in the entries of a batch which one it is; may be repeated. */
export async function batchedOf(batch: number, chained: AuditBatchDocument['entries']): Promise<void> {
  if (chained.length === 0) return;
  accepted(
    await entries()
      .where({ _id: command.in(chained.map(({ id }) => id)), batch: command.eq(null) })
      .update({ batch }),
  );
}
