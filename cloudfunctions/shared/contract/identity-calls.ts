import { z } from 'zod';
import { AccountRole } from './actor';
import { defineCall } from './call';
import { HexId } from './ids';
import { keptCollections, type KeptCollection } from './kept-data';
import { DocumentKind, DocumentRefusal } from './identity-document';
import { Quota } from './quota';

/** The caller, as the platform identifies it, with the caller's permissions. */
export const Self = z.strictObject({
  verification: z.enum(['none', 'pending', 'verified', 'refused']),
  /** Why a document was refused; null otherwise. */
  refusal: z.string().nullable(),
  /** 李*; null until verified. */
  maskedName: z.string().nullable(),
  phoneBound: z.boolean(),
  role: z.enum(['guest', ...AccountRole.options]),
  contacts: Quota,
  can: z.strictObject({ publish: z.boolean(), contact: z.boolean(), checkDocuments: z.boolean() }),
});
export type Self = z.infer<typeof Self>;

export const me = defineCall({ input: z.strictObject({}), output: Self, errors: [], who: ['guest'] });

/** Binds the phone that WeChat knows. `code` comes from the button `getPhoneNumber`, works once and for five minutes. */
export const bindPhone = defineCall({
  input: z.strictObject({ code: z.string().min(1).max(200) }),
  output: Self,
  errors: [
    'sign-in-required',
    'phone-of-others',
    'phone-code-invalid',
    'phone-unsupported',
    'phone-service-down',
  ],
  who: ['guest'],
});

/** The name as the document has it. */
const PersonName = z.string().trim().min(2).max(40);

/** Separate consent to the use of name and number for this one purpose; without it there is no call. */
const consent = z.literal(true);

/**
 * Verifies name and number of a resident's ID. Neither is stored: the number leaves a keyed hash, the name its first
 * character. Verifying again as the same person answers the same, without another check. The account's phone has to be
 * bound. An account that would be one more of a person needs `allowAccount` from one that is theirs.
 */
export const verify = defineCall({
  input: z.strictObject({ name: PersonName, idNumber: z.string().trim().min(1).max(40), consent }),
  output: Self,
  errors: [
    'sign-in-required',
    'phone-required',
    'phone-of-others',
    'join-not-allowed',
    'name-invalid',
    'id-number-invalid',
    'under-age',
    'document-route',
    'already-verified',
    'verification-mismatch',
    'verification-no-record',
    'verification-source-fault',
    'verification-upgrading',
    'verification-source-limit',
    'verification-limit',
    'verification-down',
    'verification-misconfigured',
  ],
  who: ['guest'],
});

/**
 * Answers upload paths for pictures of a document or a box, valid for half an hour. A picture that is not handed in by then is
 * deleted.
 */
export const placePictures = defineCall({
  input: z.strictObject({ count: z.int().min(1).max(3) }),
  output: z.strictObject({ cloudPaths: z.array(z.string()) }),
  errors: ['sign-in-required', 'phone-required', 'verification-limit'],
  who: ['guest'],
});

/**
 * Hands in a document for an operator. The pictures are deleted with the decision; of a random tenth, with a second operator's look or
 * after a day.
 */
export const submitDocument = defineCall({
  input: z.strictObject({
    kind: DocumentKind,
    name: PersonName,
    number: z
      .string()
      .trim()
      .regex(/^[A-Za-z0-9]{6,20}$/),
    bornOn: z.iso.date(),
    /** Pictures of the document, uploaded where `placePictures` said. Others are refused. */
    photoFileIds: z.array(z.string().max(300)).min(1).max(3),
    consent,
  }),
  output: Self,
  errors: [
    'sign-in-required',
    'phone-required',
    'picture-unreadable',
    'id-number-invalid',
    'document-route',
    'under-age',
    'already-verified',
    'document-pending',
    'verification-limit',
  ],
  who: ['guest'],
});

/** A document that waits; the number and the whole name are on the pictures only. */
export const PendingDocument = z.strictObject({
  id: z.string(),
  kind: DocumentKind,
  maskedName: z.string(),
  photoUrls: z.array(z.string()),
  submittedAtMs: z.int(),
  /** Whether it may be left to another operator: it was not before. */
  mayLeave: z.boolean(),
  /** Whether another operator has decided it already, and this is the second look. */
  isSecondLook: z.boolean(),
});
export type PendingDocument = z.infer<typeof PendingDocument>;

const waitingDocuments = z.strictObject({
  documents: z.array(PendingDocument),
  /** How many wait, on other pages too. */
  waiting: z.int(),
  nowMs: z.int(),
});

/**
 * A page of the documents that wait, the most urgent first: a phone's first document of a day comes before its later ones that have waited
 * up to several times as long (domain/document-queue.ts), so that one person's flood does not hold up the others. At most 20.
 */
export const documentQueue = defineCall({
  input: z.strictObject({ page: z.int().min(0).max(50).default(0) }),
  output: waitingDocuments,
  errors: ['sign-in-required', 'verification-required', 'phone-required', 'not-allowed'],
  who: ['operator'],
});

/**
 * Accepts or refuses a document, or leaves a doubtful one to another operator, once. To accept, the operator types name and number from
 * the picture. Only their hashes were kept, so equal hashes show that both people mean the same document. A random tenth is decided
 * again by a second operator within a day: whether both agree is recorded, and a wrong refusal becomes an acceptance.
 */
export const decideDocument = defineCall({
  input: z.discriminatedUnion('decision', [
    z.strictObject({
      id: HexId,
      decision: z.literal('accept'),
      nameRead: PersonName,
      numberRead: z.string().trim().min(1).max(40),
    }),
    z.strictObject({
      id: HexId,
      decision: z.literal('refuse'),
      reason: DocumentRefusal,
    }),
    z.strictObject({ id: HexId, decision: z.literal('second-opinion') }),
  ]),
  output: waitingDocuments,
  errors: [
    'sign-in-required',
    'verification-required',
    'phone-required',
    'not-allowed',
    'not-found',
    'document-decided',
    'document-differs',
    'already-verified',
    'phone-of-others',
  ],
  who: ['operator'],
});

/** Allows one more account to become the caller's person's, for ten minutes. */
export const allowAccount = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({ untilMs: z.int(), nowMs: z.int() }),
  errors: ['sign-in-required', 'verification-required', 'phone-required'],
  who: ['member'],
});

const KeptCollections = z.enum(Object.keys(keptCollections) as [KeptCollection, ...KeptCollection[]]);

/**
 * Answers everything that is kept about the caller, in all of the caller's accounts, by collection: fields with their values. The phone is
 * masked, and of other people there is at most the masked name.
 */
export const copyMyData = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({
    kept: z.array(
      z.strictObject({ of: KeptCollections, documents: z.array(z.record(z.string(), z.json())) }),
    ),
    nowMs: z.int(),
  }),
  errors: ['sign-in-required'],
  who: ['guest'],
});

/**
 * Erases everything about the caller, in all of the caller's accounts: posts, contacts, phone, verification. Only a
 * keyed hash with today's quota and a block, if there is one, stays, and leads to no person.
 */
export const eraseMyData = defineCall({
  input: z.strictObject({ confirm: z.literal(true) }),
  output: Self,
  errors: ['sign-in-required'],
  who: ['guest'],
});

export const identityCalls = {
  me,
  bindPhone,
  verify,
  placePictures,
  submitDocument,
  documentQueue,
  decideDocument,
  allowAccount,
  copyMyData,
  eraseMyData,
};
