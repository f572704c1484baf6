import { z } from 'zod';
import { Board } from './board';
import { defineCall } from './call';
import { memberErrors } from './errors';
import { HexId } from './ids';
import { Outcome, PosterAnswer } from './outcome';
import { PostId } from './post';
import { Quota } from './quota';
import { ForWhom, Said, Saying } from './talk';

const GrantId = HexId;

/** A masked number that reaches the other side until `expiresAtMs`, from one's own bound phone. */
export const MaskedNumber = z.strictObject({
  number: z.string(),
  /** Digits to dial when asked for; null where none are needed. */
  extension: z.string().nullable(),
  expiresAtMs: z.int(),
});
export type MaskedNumber = z.infer<typeof MaskedNumber>;

/** One contact as its viewer sees it. */
export const Contact = z.strictObject({
  id: GrantId,
  postId: PostId,
  board: Board,
  summary: z.string(),
  posterName: z.string(),
  /** `call-back`: no number was available, so the poster is asked to call. */
  state: z.enum(['open', 'call-back', 'ended']),
  /** The poster can be called now, so that a viewer who asked to be called back can have a number. */
  isReachable: z.boolean(),
  masked: MaskedNumber.nullable(),
  askedAtMs: z.int(),
  outcome: Outcome.nullable(),
  /** The poster ended it, or it made room after a long silence; null for any other end. */
  endedFor: z.enum(['refused', 'silent']).nullable(),
  /** The poster says that the medicine changed hands, and the viewer has not said how it went. */
  isAsked: z.boolean(),
  /** What the other side said and the viewer has not read. */
  unread: z.int(),
  can: z.strictObject({
    call: z.boolean(),
    finish: z.boolean(),
    report: z.boolean(),
    retry: z.boolean(),
    say: z.boolean(),
  }),
});
export type Contact = z.infer<typeof Contact>;

const contactAnswer = z.strictObject({ contact: Contact, quota: Quota, nowMs: z.int() });

/**
 * Asks to reach the poster. One grant for a viewer and a post, however often and through whichever account it is asked for. Where
 * the carrier has no number the poster is asked to call back, and nothing is charged.
 */
export const request = defineCall({
  input: z.strictObject({
    postId: PostId,
    /** On a spare: the poster reads it. Asking again does not change it. */
    forWhom: ForWhom.optional(),
  }),
  output: contactAnswer,
  errors: [
    ...memberErrors,
    'blocked',
    'not-found',
    'post-closed',
    'own-post',
    'contact-quota-used',
    'contact-full',
    'contact-ended',
    'contact-refused',
    'contact-pending',
    'poster-unreachable',
    'same-phone',
    'call-back-limit',
    'carrier-misconfigured',
  ],
  who: ['member'],
});

/** The caller's contacts, open ones first, then the newest; at most 100. A guest has none. */
export const mine = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({ contacts: z.array(Contact), quota: Quota, nowMs: z.int() }),
  errors: ['sign-in-required'],
  who: ['guest'],
});

/** Ends the contact: the number stops working at once. Ending twice is once. */
export const done = defineCall({
  input: z.strictObject({ id: GrantId }),
  output: contactAnswer,
  errors: [...memberErrors, 'not-found', 'not-allowed', 'contact-pending'],
  who: ['owner'],
  whileBlocked: true,
});

/** Reports the outcome of a contact, which gives one contact back. Reporting again changes the outcome but gives nothing more. */
export const outcome = defineCall({
  input: z.strictObject({ id: GrantId, outcome: Outcome }),
  output: contactAnswer,
  errors: [...memberErrors, 'not-found', 'not-allowed', 'contact-ended', 'contact-pending'],
  who: ['owner'],
});

/** A contact as the poster sees it to whom it leads. */
export const Caller = z.strictObject({
  id: GrantId,
  postId: PostId,
  board: Board,
  summary: z.string(),
  viewerName: z.string(),
  forWhom: ForWhom,
  /** `waiting`: no number was to be had, and the viewer waits to be called. */
  state: z.enum(['waiting', 'open', 'ended']),
  /** The last digits of the masked number that the poster's phone shows when the viewer calls; null without one. */
  ringsAs: z.string().nullable(),
  /** Null where the poster cannot call the number. */
  masked: MaskedNumber.nullable(),
  askedAtMs: z.int(),
  unread: z.int(),
  /** The viewer says that the medicine changed hands, and the poster has not answered. */
  isAsked: z.boolean(),
  posterAnswer: PosterAnswer.nullable(),
  can: z.strictObject({
    answer: z.boolean(),
    call: z.boolean(),
    end: z.boolean(),
    say: z.boolean(),
    confirm: z.boolean(),
    /** The answer `given` still changes the post, because it has not ended. */
    settle: z.boolean(),
  }),
});
export type Caller = z.infer<typeof Caller>;

/** Contacts with the caller's posts, waiting ones first, then the newest; at most 100. A guest has none. */
export const callers = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({ callers: z.array(Caller), nowMs: z.int() }),
  errors: ['sign-in-required'],
  who: ['guest'],
});

/** What both sides of a contact have said. */
const talkAnswer = z.strictObject({
  /** The contact as the side sees it that asks: one of the two. */
  contact: Contact.nullable(),
  caller: Caller.nullable(),
  said: z.array(Said),
  /** How many more this side may say. */
  left: z.int(),
  nowMs: z.int(),
});

/** One contact with what was said in it, for either side; from now on this side has read it. */
export const talk = defineCall({
  input: z.strictObject({ id: GrantId }),
  output: talkAnswer,
  errors: [...memberErrors, 'not-found', 'not-allowed'],
  who: ['owner'],
});

/** Says something to the other side. The same thing said again within a minute is once. */
export const say = defineCall({
  input: z.strictObject({ id: GrantId, saying: Saying }),
  output: talkAnswer,
  errors: [...memberErrors, 'not-found', 'not-allowed', 'contact-ended', 'said-enough'],
  who: ['owner'],
});

/**
 * The poster says whether the medicine changed hands: once, with what it means for the post. The same again changes nothing. Thanks
 * reach the one who gave.
 */
export const confirm = defineCall({
  input: z.strictObject({ id: GrantId, answer: PosterAnswer }),
  output: talkAnswer,
  errors: [...memberErrors, 'not-found', 'not-allowed', 'contact-pending'],
  who: ['owner'],
});

/**
 * How many viewers of each of the caller's open posts have a number that works, and how many wait to be called back,
 * say that they got the medicine, and in how many contacts something is unread; never their names. Posts without any of these are left out.
 */
export const interest = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({
    posts: z.array(
      z.strictObject({ postId: PostId, open: z.int(), waiting: z.int(), unread: z.int(), received: z.int() }),
    ),
    nowMs: z.int(),
  }),
  errors: ['sign-in-required'],
  who: ['guest'],
});

/**
 * Ends a contact with the poster, or declines a call-back request: the number stops working at once, on this post and on every other
 * of the poster's, and for `personalDataDays` the person behind it gets none again. Ending twice is once.
 */
export const endViewer = defineCall({
  input: z.strictObject({ id: GrantId }),
  output: z.strictObject({ caller: Caller, nowMs: z.int() }),
  errors: [...memberErrors, 'not-found', 'not-allowed'],
  who: ['owner'],
});

/** Answers a call-back request: binds a number from the poster's side. Answering twice gives the same number. */
export const answerCallBack = defineCall({
  input: z.strictObject({ id: GrantId }),
  output: z.strictObject({ caller: Caller, nowMs: z.int() }),
  errors: [
    ...memberErrors,
    'blocked',
    'not-found',
    'not-allowed',
    'post-closed',
    'contact-ended',
    'contact-pending',
    'poster-unreachable',
    'same-phone',
    'carrier-down',
    'carrier-misconfigured',
  ],
  who: ['owner'],
});

/** Ends the contacts of a closed post; an open post keeps them. The sweep would do the same within a minute. */
export const settle = defineCall({
  input: z.strictObject({ postId: PostId }),
  output: z.strictObject({ ended: z.int() }),
  errors: [...memberErrors, 'not-found', 'not-allowed'],
  who: ['owner'],
  whileBlocked: true,
});

export const contactCalls = {
  request,
  mine,
  done,
  outcome,
  callers,
  talk,
  say,
  confirm,
  interest,
  endViewer,
  answerCallBack,
  settle,
};
