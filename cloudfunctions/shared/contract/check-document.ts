import { z } from 'zod';
import { PersonId } from './documents';
import { HexId } from './ids';
import { DocumentKind } from './identity-document';

/** Documents that a phone hands in after so many on a day wait in one round. */
export const lastRound = 3;

/** Collection `documentChecks`: a document for an operator to look at; `_id` is the keyed hash of the account. */
export const DocumentCheckDocument = z.strictObject({
  _id: HexId,
  account: z.string().max(128),
  /** Random: the audit trail identifies the document by it alone. */
  caseId: HexId.nullable().default(null),
  state: z.enum(['pending', 'accepted', 'refused']),
  kind: DocumentKind,
  maskedName: z.string().max(20),
  /** Keyed hash of the number: the person, once accepted. */
  personId: PersonId,
  /** The person's epoch when the document was handed in: an erasure since then makes it void. */
  personEpoch: z.int().default(0),
  /** Keyed hash of the name as filled in. */
  nameHash: z.string(),
  /** The paths of the pictures, until the decision or the end of the second look. */
  photoFileIds: z.array(z.string()),
  submittedAtMs: z.int(),
  /** How many documents this phone had handed in on that day before; the queue gives first ones their turn more often. */
  round: z.int().min(0).max(lastRound).default(0),
  /** The operator who wanted another one to decide, as a keyed hash of both; only one may. */
  left: z.strictObject({ by: HexId, atMs: z.int() }).nullable().default(null),
  decidedAtMs: z.int().nullable(),
  /** The operator who decided, as a keyed hash of both. */
  decidedBy: HexId.nullable(),
  /** Until then another operator may look at the decided document; null when none has to. */
  secondUntilMs: z.int().nullable().default(null),
  refusal: z.string().max(200).nullable(),
});
export type DocumentCheckDocument = z.infer<typeof DocumentCheckDocument>;
