import { setTimeout as sleep } from 'node:timers/promises';
import { CampaignChangeDocument } from '../contract/campaign-change';
import { DocumentCheckDocument } from '../contract/check-document';
import {
  AdmissionDocument,
  AttemptsDocument,
  GrantDocument,
  MemberDocument,
  PersonDocument,
  PhoneDocument,
  PostDocument,
} from '../contract/documents';
import { PictureDocument } from '../contract/picture-documents';
import {
  ApplicationDocument,
  AuditBatchDocument,
  AuditEntryDocument,
  AuditHeadDocument,
  AuditPeopleDocument,
  BlockDocument,
  InvitationDocument,
  RecordDocument,
  ReportDocument,
  ReviewDocument,
  VolunteerDocument,
} from '../contract/moderation-documents';
import { AlertDocument, RoundDocument } from '../contract/matching-documents';
import { FeedbackDocument, MissingNameDocument } from '../contract/feedback-documents';
import { NewsDocument } from '../contract/news-document';
import { SubscriptionDocument } from '../contract/subscription-document';
import { callMsLeft } from './call-time';
import { database } from './database';
import { accepted, documentOrNull } from './stored';

/** Collections whose documents are read and written one by one, each with its schema. */
const schemas = {
  admissions: AdmissionDocument,
  alerts: AlertDocument,
  applications: ApplicationDocument,
  auditBatches: AuditBatchDocument,
  auditHeads: AuditHeadDocument,
  auditEntries: AuditEntryDocument,
  auditPeople: AuditPeopleDocument,
  attempts: AttemptsDocument,
  blocks: BlockDocument,
  campaignChanges: CampaignChangeDocument,
  documentChecks: DocumentCheckDocument,
  feedback: FeedbackDocument,
  grants: GrantDocument,
  invitations: InvitationDocument,
  members: MemberDocument,
  missingNames: MissingNameDocument,
  news: NewsDocument,
  persons: PersonDocument,
  phones: PhoneDocument,
  pictures: PictureDocument,
  posts: PostDocument,
  records: RecordDocument,
  reports: ReportDocument,
  reviews: ReviewDocument,
  rounds: RoundDocument,
  subscriptions: SubscriptionDocument,
  volunteers: VolunteerDocument,
} as const;
type Schemas = typeof schemas;
export type CollectionName = keyof Schemas;
export type DocumentOf<N extends CollectionName> = ReturnType<Schemas[N]['parse']>;

/** Reads and writes of one transaction: they happen all together or not at all. */
export interface Ordered {
  read<N extends CollectionName>(name: N, id: string): Promise<DocumentOf<N> | null>;
  /** Raises the document's `revision`, if it has one, so that two writers always conflict. */
  write<N extends CollectionName>(name: N, document: DocumentOf<N>): Promise<void>;
  remove(name: CollectionName, id: string): Promise<void>;
}

/** The methods of a running transaction that we use; the SDK itself leaves it untyped. */
type Transaction = Pick<typeof database, 'collection'>;

/** The SDK tries three times without a pause; one person's twenty phones at once need more tries, and pauses. */
const tries = 40;
const longestPauseMs = 250;
/** The longest wait for a turn. */
const patienceMs = 8_000;
/** What a call keeps of its time to say that its turn did not come: after it the platform ends the call without an answer. */
const answerMs = 2_000;

/**
 * Runs `work` in a transaction. Of two that write the same document at the same time, the later one starts over and
 * sees what the earlier one wrote. So `work` may run many times and must only read and write. Throws the database's
 * conflict error when its turn does not come: a transaction whose instance was lost holds its documents for 30 seconds.
 */
export async function inOrder<T>(work: (ordered: Ordered) => Promise<T>): Promise<T> {
  const startedMs = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await database.runTransaction(
        (transaction: Transaction) => work(orderedIn(transaction)),
        0,
      )) as T;
    } catch (error) {
      const late = attempt >= tries || performance.now() - startedMs > patienceMs || callMsLeft() < answerMs;
      if (late || !isConflict(error)) throw error;
      // Full jitter: those who met once should not meet again.
      await sleep(Math.random() * Math.min(longestPauseMs, 5 * 2 ** attempt));
    }
  }
}

/** Reads one document outside any transaction. */
export async function readDocument<N extends CollectionName>(
  name: N,
  id: string,
): Promise<DocumentOf<N> | null> {
  return read(database, name, id);
}

function orderedIn(transaction: Transaction): Ordered {
  return {
    read: (name, id) => read(transaction, name, id),
    write: async (name, document) => {
      accepted(await transaction.collection(name).doc(document._id).set(storedFields(document)));
    },
    remove: async (name, id) => {
      accepted(await transaction.collection(name).doc(id).remove());
    },
  };
}

function storedFields({ _id, ...fields }: { _id: string; revision?: number }): object {
  return fields.revision === undefined ? fields : { ...fields, revision: fields.revision + 1 };
}

async function read<N extends CollectionName>(
  from: Transaction,
  name: N,
  id: string,
): Promise<DocumentOf<N> | null> {
  const parse = schemas[name].parse as (value: unknown) => DocumentOf<N>;
  // A transaction takes documents one by one: the platform's documentation leaves queries out of it.
  return documentOrNull({ parse }, await from.collection(name).doc(id).get());
}

/** Whether another write was first; the later of two simultaneous transactions gets this error. */
export function isConflict(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? String(error.code) : '';
  return /TransactionConflict|TRANSACTION_CONFLICT|WriteConflict|DUPLICATE_WRITE|E11000/i.test(
    `${code} ${error.message}`,
  );
}
