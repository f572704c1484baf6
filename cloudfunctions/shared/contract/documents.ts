import { z } from 'zod';
import { AccountRole } from './actor';
import { Board, PostStatus } from './board';
import { HexId } from './ids';
import { Outcome, PosterAnswer } from './outcome';
import { Adcode, Point } from './place';
import { mostPhotos, PostPhoto } from './photo';
import { PostId, PostQuestion } from './post';
import { PostBody } from './post-body';
import { PostReview } from './review';
import { ForWhom, Said } from './talk';

/** A person: one ID, however many accounts. The id is a keyed hash of the ID number, never the number. */
export const PersonId = HexId;
export type PersonId = z.infer<typeof PersonId>;

/** Collection `posts`. Times are milliseconds since the epoch. */
export const PostDocument = z.strictObject({
  _id: PostId,
  /** The campaign in which it was published. Posts were stored before campaigns could be chosen. */
  campaign: z.string().default('fever'),
  board: Board,
  status: PostStatus,
  ownerId: PersonId,
  /** Masked, 李*. */
  ownerName: z.string().max(20),
  ...PostBody.shape,
  /** Codes of `items`, for the index. */
  itemCodes: z.array(z.string()).min(1).max(10),
  /** 1 when `groups` is not empty: the post comes first within its distance band or hour. */
  priority: z.union([z.literal(0), z.literal(1)]),
  publicPoint: Point,
  /** Where it is found, a few steps from there: see domain/search-point.ts. Null for a post of an earlier version. */
  searchPoint: Point.nullable().default(null),
  districtCode: Adcode,
  cityCode: Adcode,
  provinceCode: Adcode,
  regionLabel: z.string(),
  publishedAtMs: z.int(),
  /** Sorts by hour, then priority, then time: see `timeRank` in facts/time-rank.ts. */
  timeRank: z.int(),
  expiresAtMs: z.int(),
  /** When it left the board; null while it is open. */
  closedAtMs: z.int().nullable(),
  /** Null for a post about which there is nothing to say. */
  review: PostReview.nullable().default(null),
  /** Photos of the box, only on a spare. */
  photos: z.array(PostPhoto).max(mostPhotos).default([]),
  /** What its owner is asked, until they answer. */
  question: PostQuestion.nullable().default(null),
  /** When its owner is asked next, or the answer is too late; null where nothing is due. */
  questionDueAtMs: z.int().nullable().default(null),
  /** Contacts whose viewers found the spare empty. */
  goneBy: z.array(HexId).max(20).default([]),
  /** When somebody last showed that there is some of a spare, after it was published. */
  confirmedAtMs: z.int().nullable().default(null),
  /** A spare whose owner has not answered whether there is some: after all others within 50 km, and announced to no person. */
  isResting: z.boolean().default(false),
  /** How many portions there were before the last 送出, and until when that can be taken back. */
  undo: z.strictObject({ leftBefore: z.int(), untilMs: z.int() }).nullable().default(null),
  /** Whether it is the first that its owner ever published: only such posts count people, so that no one is counted twice. */
  isFirst: z.boolean().default(false),
});
export type PostDocument = z.infer<typeof PostDocument>;

/** The stored fields that a viewer's post is made of. */
export const PublicFields = PostDocument.omit({
  campaign: true,
  ownerId: true,
  itemCodes: true,
  priority: true,
  cityCode: true,
  provinceCode: true,
  timeRank: true,
  closedAtMs: true,
  review: true,
  photos: true,
  undo: true,
  question: true,
  questionDueAtMs: true,
  goneBy: true,
  isFirst: true,
});
export type PublicFields = z.infer<typeof PublicFields>;

/**
 * Those that a list reads: it knows board, status and distance from the search. It shows neither poster nor end, and reads them all the same, so that
 * it leaves out what could not be opened.
 */
export const ListedFields = PublicFields.omit({ board: true, status: true, searchPoint: true });
export type ListedFields = z.infer<typeof ListedFields>;

/** A phone under AES-256-GCM: the key's version, a dot, base64url of nonce, tag and cipher text. */
export const SealedPhone = z.string().regex(/^v\d+\.[\w-]+$/);
export type SealedPhone = z.infer<typeof SealedPhone>;

/**
 * The tombstone of an erasure: calls that began before it find it in their transaction and write nothing. It is set when an
 * erasure begins, and cleared when the document is removed or its owner signs up again.
 */
const erasureFields = {
  isErasing: z.boolean().default(false),
  erasedAtMs: z.int().nullable().default(null),
};

/** Collection `members`: a WeChat account that bound a phone or asked to be verified. `_id` is the openid. */
export const MemberDocument = z.strictObject({
  _id: z.string().min(1).max(128),
  /** Null until verified. */
  personId: PersonId.nullable(),
  /** Masked, 李*; null until verified. */
  maskedName: z.string().max(20).nullable(),
  role: AccountRole,
  verifiedAtMs: z.int().nullable(),
  /** Separate consent to the use of sensitive data; null until it was given. */
  consentedAtMs: z.int().nullable().default(null),
  phone: SealedPhone.nullable().default(null),
  phoneBoundAtMs: z.int().nullable().default(null),
  /** Keyed hash of the phone; null until it was bound. */
  phoneId: HexId.nullable().default(null),
  /** When to check whether the account is still in use; null before the first check. */
  checkAtMs: z.int().nullable().default(null),
  /** Raised by each erasure of the account. */
  epoch: z.int().default(0),
  /** The person's epoch when the account was verified. */
  personEpoch: z.int().default(0),
  ...erasureFields,
  /** Raised by every write in a transaction. */
  revision: z.int().default(0),
});
export type MemberDocument = z.infer<typeof MemberDocument>;

/** A grant that counts against its viewer's quota, by when it was made. */
const Charge = z.strictObject({ grantId: z.string(), atMs: z.int() });
export type Charge = z.infer<typeof Charge>;

/**
 * Collection `persons`: what belongs to the human being rather than to an account. Writing it in a transaction is
 * what puts one person's simultaneous actions into an order. Not strict: `publicPoints` and `spots`, by which places were
 * once blurred, are left behind when the person is next written.
 */
export const PersonDocument = z.object({
  _id: PersonId,
  /**
   * Posts that may be open: all open ones, and some that have ended, among them those withdrawn early. Null until they
   * were counted for the first time.
   */
  openPosts: z
    .array(z.strictObject({ id: PostId, board: Board }))
    .nullable()
    .default(null),
  /** When posts of the last day were published. */
  publications: z.array(z.int()).default([]),
  /** Grants of the last day that count against the quota. */
  charges: z.array(Charge).default([]),
  /** Charges of the last day that were given back for an outcome. */
  returns: z.array(Charge).default([]),
  /** Call-back requests of the last day. */
  callBacks: z.array(Charge).default([]),
  /** Viewers whom this person, as a poster, has turned away: keyed hashes of the two, which lead back to neither. */
  refusals: z.array(z.strictObject({ pairId: HexId, atMs: z.int() })).default([]),
  /** When this person was notified of a match, within the last day. */
  matchedAtMs: z.array(z.int()).default([]),
  /** Set when the person may no longer take part, from any account. */
  blockedAtMs: z.int().nullable().default(null),
  /** Until then one more account may be attached to the person, because one of theirs has allowed it. */
  joinUntilMs: z.int().nullable().default(null),
  /** Raised by each erasure of the person. */
  epoch: z.int().default(0),
  ...erasureFields,
  /** Raised by every write in a transaction. */
  revision: z.int(),
});
export type PersonDocument = z.infer<typeof PersonDocument>;

/**
 * Collection `admissions`, one for each post: the grants that were let in. Writing it puts simultaneous viewers of a
 * post into an order.
 */
export const AdmissionDocument = z.strictObject({
  _id: PostId,
  /** Open grants: intended, bound or ending. */
  grants: z.array(z.string()),
  /** Call-back requests that wait for the poster. */
  callBacks: z.array(z.string()),
  revision: z.int(),
});
export type AdmissionDocument = z.infer<typeof AdmissionDocument>;

/**
 * The carrier's answer: a masked number, the extension where the number is shared, and the carrier's own name for the
 * binding.
 */
export const MaskedBinding = z.strictObject({
  number: z.string(),
  extension: z.string().nullable(),
  subscriptionId: z.string(),
});
export type MaskedBinding = z.infer<typeof MaskedBinding>;

/**
 * Collection `grants`: one viewer allowed to reach one post; the id follows from both.
 * asked: a call-back request, no number · intended: charged and recorded, the carrier is being asked · bound: the
 * number works · ending: the number is being given back · ended.
 */
export const GrantDocument = z.strictObject({
  _id: HexId,
  state: z.enum(['asked', 'intended', 'bound', 'ending', 'ended']),
  postId: PostId,
  board: Board,
  /** Names of what the post asks for or offers. */
  summary: z.string().max(200),
  viewerId: PersonId,
  viewerName: z.string().max(20),
  /** The account that asked: its phone is the one that is bound. */
  viewerAccount: z.string().max(128),
  posterId: PersonId,
  posterName: z.string().max(20),
  /** The side that asked for the present binding. A poster's answer to a call-back request costs the viewer nothing. */
  openedBy: z.enum(['viewer', 'poster']),
  /** The grant began as a call-back request, and becomes one again when the carrier has no number. */
  wasAsked: z.boolean(),
  /** Counts the tries to bind. Together with the id it names one try to the carrier uniquely. */
  attempt: z.int(),
  /** Until when the run that is at the carrier for this grant may be left alone. */
  leaseUntilMs: z.int(),
  binding: MaskedBinding.nullable(),
  /** When the binding ends; null without a binding. */
  expiresAtMs: z.int().nullable(),
  askedAtMs: z.int(),
  boundAtMs: z.int().nullable(),
  endedAtMs: z.int().nullable(),
  endReason: z.enum(['done', 'expired', 'refused', 'silent', 'post-closed', 'blocked', 'erased']).nullable(),
  outcome: Outcome.nullable(),
  outcomeAtMs: z.int().nullable(),
  /** What the poster says of it: once. */
  posterAnswer: PosterAnswer.nullable().default(null),
  /** When the taker is asked whether the medicine arrived, or, if it did, whether some is left; null where nothing is due. */
  questionDueAtMs: z.int().nullable().default(null),
  forWhom: ForWhom.default({ groups: [], ill: null }),
  /** What both sides have said, in order. */
  said: z.array(Said).default([]),
  /** When each side last read it; 0 before. */
  readAtMs: z.strictObject({ viewer: z.int(), poster: z.int() }).default({ viewer: 0, poster: 0 }),
});
export type GrantDocument = z.infer<typeof GrantDocument>;

/**
 * Collection `comparisons`, with one document: how far our list and the carrier's have been compared, number by number.
 */
export const ComparisonDocument = z.strictObject({
  _id: z.literal('carrier'),
  /**
   * Until then the carrier may perform requests that we abandoned; a comparison that begins later settles them. 0: no
   * doubt.
   */
  doubtUntilMs: z.int(),
  /** When the present comparison began. */
  startedAtMs: z.int(),
  /** The last number that was compared; '': no comparison is in progress. */
  after: z.string().default(''),
  /** Whether everything in the present comparison is settled so far. */
  isClean: z.boolean(),
  /** When the last whole comparison began. */
  comparedAtMs: z.int(),
  /** The bound grant after which the search for ended bindings continues. */
  boundAfter: z.string(),
});
export type ComparisonDocument = z.infer<typeof ComparisonDocument>;

/** Collection `numbers`: the masked numbers of the pool, which are no person's. `_id` is the number. */
export const NumberDocument = z.strictObject({
  _id: z.string().regex(/^\d{8,15}$/),
  addedAtMs: z.int(),
});

/** Collection `phones`: the accounts to which a phone is bound; `_id` is its keyed hash. */
export const PhoneDocument = z.strictObject({
  _id: HexId,
  persons: z.array(PersonId).max(20),
  revision: z.int(),
});
export type PhoneDocument = z.infer<typeof PhoneDocument>;

/** Collection `attempts`: tries to be verified, of a person, an account or a phone on one day. The id is a keyed hash. */
export const AttemptsDocument = z.strictObject({
  _id: z.string(),
  count: z.int(),
  /** Tries that were given back although the source may have been asked. */
  silent: z.int().default(0),
  day: z.string().regex(/^\d{4}-\d\d-\d\d$/),
});
export type AttemptsDocument = z.infer<typeof AttemptsDocument>;
