import { z } from 'zod';
import { defineCall } from './call';
import { mostPhotos } from './photo';
import { Place } from './place';
import { OpenedPost, PostId } from './post';
import { NeededItem, plainFields, PostBody } from './post-body';

const onePost = z.strictObject({ id: PostId });

const draft = {
  /** Made once by the client for one filled-in form: sending it again answers the same post. */
  clientToken: z.string().regex(/^[A-Za-z0-9_-]{16,64}$/),
  place: Place,
  ...plainFields,
};

/** A filled-in form of either board. */
export const PostDraft = z.discriminatedUnion('board', [
  z.strictObject({ board: z.literal('need'), ...draft, items: z.array(NeededItem).min(1).max(10) }),
  z.strictObject({
    board: z.literal('spare'),
    ...draft,
    items: PostBody.shape.items,
    portions: z.int().min(1).max(100),
    source: z.string().min(1).max(40),
    /** Photos of the box, uploaded where `identity.placePictures` said. */
    photoFileIds: z.array(z.string().max(300)).max(mostPhotos).default([]),
  }),
]);
export type PostDraft = z.infer<typeof PostDraft>;

/** The form without a place, because a correction changes only the content. */
export const CorrectedDraft = z.discriminatedUnion('board', [
  z.strictObject({ board: z.literal('need'), ...plainFields, items: z.array(NeededItem).min(1).max(10) }),
  z.strictObject({
    board: z.literal('spare'),
    ...plainFields,
    items: PostBody.shape.items,
    portions: z.int().min(1).max(100),
    source: z.string().min(1).max(40),
  }),
]);
export type CorrectedDraft = z.infer<typeof CorrectedDraft>;

/** Why the content of a form cannot be published. */
const draftErrors = [
  'item-not-listed',
  'item-refused',
  'note-to-clean',
  'note-refused',
  'content-refused',
  'post-refused',
  'quantity-too-large',
  'medicine-expired',
  'too-many-open-posts',
  'too-many-publications',
] as const;

/**
 * Publishes at once, or answers a post that is `pending` with a `review` that says why and how long. Photos are shown to others once
 * WeChat has checked them.
 */
export const publish = defineCall({
  input: PostDraft,
  output: OpenedPost,
  errors: [
    'sign-in-required',
    'verification-required',
    'phone-required',
    'blocked',
    'region-unknown',
    'picture-unreadable',
    ...draftErrors,
  ],
  who: ['member'],
});

/**
 * One post, open or ended. An ended post is shown to its owner only. A member opens a limited number of posts a day,
 * each counted once; a guest sees less of each (`forGuests`).
 */
export const read = defineCall({
  input: onePost,
  output: OpenedPost,
  errors: ['not-found', 'post-closed', 'opened-enough'],
  who: ['guest'],
});

/** The caller's posts of both boards, open ones first, then the newest; at most 100. A guest has none. */
export const mine = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({ posts: z.array(OpenedPost), nowMs: z.int() }),
  errors: ['sign-in-required'],
  who: ['guest'],
});

const ownersErrors = [
  'sign-in-required',
  'verification-required',
  'phone-required',
  'not-found',
  'not-allowed',
  'post-closed',
] as const;

/**
 * Changes a post that is open, waits, was refused or is to be corrected, and sends it again. It is published when nothing speaks
 * against it, or waits for a volunteer. Its place and board stay; an open post also keeps its times and its place in the order.
 * `portions`: how many are left to give. A portion that was given away meanwhile is `post-changed`.
 */
export const correct = defineCall({
  input: z.strictObject({ id: PostId, draft: CorrectedDraft }),
  output: OpenedPost,
  errors: [...ownersErrors, 'blocked', 'post-changed', ...draftErrors],
  who: ['owner'],
});

/** Gives an open post a whole new life from now, in the last part of its life. Its place in the lists does not change. */
export const renew = defineCall({
  input: onePost,
  output: OpenedPost,
  errors: [...ownersErrors, 'blocked', 'renewal-early'],
  who: ['owner'],
});

/** Takes the post off the board without an outcome. Withdrawing twice is once. */
export const withdraw = defineCall({
  input: onePost,
  output: OpenedPost,
  errors: ownersErrors,
  who: ['owner'],
  whileBlocked: true,
});

/** Closes the post as helped (a need) or all given (a spare). Fulfilling twice is once. */
export const fulfil = defineCall({
  input: onePost,
  output: OpenedPost,
  errors: ownersErrors,
  who: ['owner'],
  whileBlocked: true,
});

/**
 * Marks portions of a spare as given: sets how many are left, from what the caller saw. At zero the post closes
 * itself as fulfilled. Sending it again changes nothing; somebody else's change in between is `post-changed`.
 */
export const give = defineCall({
  input: z
    .strictObject({ id: PostId, leftBefore: z.int().min(1).max(100), leftAfter: z.int().min(0).max(99) })
    .refine((input) => input.leftAfter < input.leftBefore, { path: ['leftAfter'] }),
  output: OpenedPost,
  errors: [...ownersErrors, 'post-changed'],
  who: ['owner'],
});

/** Takes the last `give` back, some minutes long; a post that it ended is on its board again, without its numbers. */
export const undoGift = defineCall({
  input: onePost,
  output: OpenedPost,
  errors: [...ownersErrors, 'gift-final', 'too-many-open-posts'],
  who: ['owner'],
});

/** The owner answers the post's question: there is still some, or it is still needed. Nothing changes where nothing is asked. */
export const keep = defineCall({
  input: onePost,
  output: OpenedPost,
  errors: ownersErrors,
  who: ['owner'],
});

export const postsCalls = { publish, read, mine, correct, renew, withdraw, fulfil, give, undoGift, keep };
