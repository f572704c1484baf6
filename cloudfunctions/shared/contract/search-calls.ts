import { z } from 'zod';
import { Achieved } from './achieved';
import { Board, Group, mostGroups } from './board';
import { defineCall } from './call';
import { Campaign } from './campaign';
import { Adcode, Place } from './place';
import { ListedPost } from './listed-post';

export const Sort = z.enum(['distance', 'time']);
export type Sort = z.infer<typeof Sort>;

/** Posts on one page when the caller does not say. */
export const defaultPageSize = 20;
export const maximumPageSize = 50;

/**
 * Posts of a board around a place.
 * By distance: band by band outwards, within a band those for vulnerable groups first, then nearest first.
 * By time: the place's city, then the rest of its province, then the rest of the country; within each by the hour,
 * newest hour first, vulnerable groups first within the hour. With `within`, only posts of that region.
 * The search goes on outwards until it has a page. Pages never repeat a post and never skip one that was open
 * throughout, whatever arrives or closes in between.
 */
export const nearby = defineCall({
  input: z.strictObject({
    board: Board,
    /** Catalogue codes; a post with any of them fits. Empty: all. */
    items: z.array(z.string().min(1).max(40)).max(10).default([]),
    /** A post for any of them fits. Empty: all. */
    groups: z.array(Group).max(mostGroups).default([]),
    place: Place,
    sort: Sort.default('distance'),
    /** A province, city or district: only its posts. */
    within: Adcode.optional(),
    /** `nextCursor` of the page before, with all other input unchanged. */
    cursor: z.string().max(4000).optional(),
    pageSize: z.int().min(1).max(maximumPageSize).default(defaultPageSize),
  }),
  output: z.strictObject({
    posts: z.array(ListedPost),
    /** What the catalogue calls the items of these posts, by code. */
    names: z.record(z.string(), z.string()),
    nextCursor: z.string().nullable(),
    /** A phone that has another version asks for the campaign again. */
    campaignVersion: z.string(),
    nowMs: z.int(),
  }),
  errors: ['item-not-listed'],
  who: ['guest'],
  trusted: true,
});

/**
 * The running campaign: catalogue, limits, words. A phone carries one and keeps the last, so it says which version it
 * has: 90 KB a session would be most of what the boards send.
 */
export const campaign = defineCall({
  input: z.strictObject({ version: z.string().max(40).optional() }),
  /** `campaign` is null when the caller has this version. */
  output: z.strictObject({
    version: z.string(),
    campaign: Campaign.nullable(),
    /** Null while the environment is open. */
    closing: z.strictObject({ closedAtMs: z.int(), eraseAtMs: z.int() }).nullable(),
    /** Whether this environment makes links for SMS and Weibo. */
    makesLinks: z.boolean(),
  }),
  errors: [],
  who: ['guest'],
});

/** What was achieved in the nation, a province or a city in the last seven days that are over. */
export const achieved = defineCall({
  input: z.strictObject({ region: z.union([z.literal('nation'), Adcode]).default('nation') }),
  output: Achieved,
  errors: [],
  who: ['guest'],
});

export const searchCalls = { nearby, campaign, achieved };
