import { z } from 'zod';
import { Board } from './board';
import { defineCall } from './call';
import { memberErrors } from './errors';
import { HexId } from './ids';
import { Place } from './place';
import { NewsDocument } from './news-document';
import { SubscriptionDocument, TemplateNames } from './subscription-document';

/** A piece of news as its reader sees it. */
export const News = NewsDocument.pick({
  kind: true,
  postId: true,
  grantId: true,
  facts: true,
  atMs: true,
}).extend({
  id: HexId,
  isRead: z.boolean(),
});
export type News = z.infer<typeof News>;

/** The caller's news, the newest first; at most 100. A guest has none. */
export const mine = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({ news: z.array(News), nowMs: z.int() }),
  errors: [],
  who: ['guest'],
});

/** Marks these pieces of the caller's news as read. Those of another person stay as they are. */
export const markRead = defineCall({
  input: z.strictObject({ ids: z.array(HexId).min(1).max(100) }),
  output: z.strictObject({ unread: z.int() }),
  errors: [],
  who: ['guest'],
});

/** The number of things that wait for the caller, on any phone. */
export const waiting = defineCall({
  input: z.strictObject({}),
  output: z.strictObject({
    /** Unread news; requests to call back are counted apart. */
    unread: z.int(),
    callBacks: z.int(),
    isMember: z.boolean(),
    /** What waits in the rooms of those who were appointed; null for everyone else, and for a room that is not theirs. */
    rooms: z
      .strictObject({ items: z.int(), documents: z.int().nullable(), messages: z.int().nullable() })
      .nullable(),
    /** What a tap may ask the person to accept. */
    templates: z.array(z.strictObject({ name: TemplateNames, id: z.string() })),
  }),
  errors: [],
  who: ['guest'],
});

/** Counts what the person accepted on this phone: one acceptance is one message of that template. */
export const accepted = defineCall({
  input: z.strictObject({ templates: z.array(TemplateNames).min(1).max(3) }),
  output: z.strictObject({
    /** How many messages of each template may still be sent to this account. */
    left: SubscriptionDocument.shape.left,
  }),
  errors: ['sign-in-required'],
  who: ['guest'],
});

/** Somebody waits for posts of a board near a place; of the place its cell is kept. */
export const Alert = z.strictObject({
  id: HexId,
  board: Board,
  /** Catalogue codes. */
  items: z.array(z.string()),
  region: z.string(),
  untilMs: z.int(),
});
export type Alert = z.infer<typeof Alert>;

const alertsAnswer = z.strictObject({ alerts: z.array(Alert), nowMs: z.int() });

/** Sets an alert, or prolongs the same one. Answers all that the caller has. */
export const setAlert = defineCall({
  input: z.strictObject({ board: Board, items: z.array(z.string()).min(1).max(5), place: Place }),
  output: alertsAnswer,
  errors: [...memberErrors, 'region-unknown', 'item-not-listed', 'too-many-alerts'],
  who: ['member'],
});

/** The caller's alerts. */
export const alerts = defineCall({
  input: z.strictObject({}),
  output: alertsAnswer,
  errors: memberErrors,
  who: ['member'],
});

/** Ends an alert; answers those that are left. */
export const endAlert = defineCall({
  input: z.strictObject({ id: HexId }),
  output: alertsAnswer,
  errors: [...memberErrors, 'not-found', 'not-allowed'],
  who: ['owner'],
  whileBlocked: true,
});

export const newsCalls = { mine, markRead, waiting, accepted, setAlert, alerts, endAlert };
