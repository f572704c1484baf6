import campaignJson from '@campaign';
import { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import type { Caller, Contact } from '../../cloudfunctions/shared/contract/contact-calls';
import type { News } from '../../cloudfunctions/shared/contract/news-calls';
import type { Self } from '../../cloudfunctions/shared/contract/identity-calls';
import { anOpenedPost } from '../../cloudfunctions/shared/testing/a-post';

export const campaign = Campaign.parse(campaignJson);

/** The server's clock in all answers. */
export const nowMs = Date.UTC(2022, 11, 20, 4);
const hour = 3_600_000;

export const spare = anOpenedPost({
  board: 'spare',
  items: [
    { code: 'ibuprofen', name: '布洛芬', quantity: 4, unit: '粒', expiresOn: '2024-08', packaging: 'sealed' },
  ],
  portions: { total: 3, left: 2 },
  groups: ['elderly'],
  note: '放在门口自取',
  publishedAtMs: nowMs - hour,
  expiresAtMs: nowMs + 5 * hour,
  mine: true,
  isUnconfirmed: false,
  can: {
    contact: false,
    renew: false,
    give: true,
    undoGift: false,
    fulfil: true,
    keep: false,
    withdraw: true,
    correct: false,
    appeal: false,
    report: false,
  },
});

export const contact: Contact = {
  id: 'b'.repeat(32),
  postId: spare.id,
  board: 'spare',
  summary: '布洛芬',
  posterName: '王*',
  state: 'open',
  isReachable: true,
  masked: { number: '17000000001', extension: null, expiresAtMs: nowMs + 24 * hour },
  askedAtMs: nowMs - hour,
  outcome: null,
  endedFor: null,
  unread: 0,
  isAsked: false,
  can: { call: true, finish: true, report: true, retry: false, say: true },
};

export const caller: Caller = {
  id: contact.id,
  postId: contact.postId,
  board: 'spare',
  summary: '布洛芬',
  viewerName: '赵*',
  forWhom: { groups: ['elderly'], ill: 3 },
  state: 'waiting',
  ringsAs: null,
  masked: null,
  askedAtMs: nowMs,
  unread: 0,
  isAsked: false,
  posterAnswer: null,
  can: { answer: true, call: false, say: true, confirm: false, settle: false, end: true },
};

export const aPieceOfNews: News = {
  id: 'e'.repeat(32),
  kind: 'contact',
  postId: spare.id,
  grantId: contact.id,
  facts: {
    board: 'spare',
    summary: '布洛芬',
    name: '赵*',
    number: '17000000001',
    count: null,
    untilMs: nowMs + 24 * hour,
    choice: null,
    place: null,
    codes: [],
    text: null,
  },
  atMs: nowMs - hour,
  isRead: false,
};

export const nothingWaits = { unread: 0, callBacks: 0, isMember: true, rooms: null, templates: [] };

export const quota = { limit: 5, left: 4, nextBackAtMs: null };

/** A member who has finished verification. */
export const self: Self = {
  verification: 'verified',
  refusal: null,
  maskedName: '李*',
  phoneBound: true,
  role: 'member',
  contacts: quota,
  can: { publish: true, contact: true, checkDocuments: false },
};

/** The successful answer of a function. */
export const answers = (output: object) => () => ({ ok: true, output });

/** The refusal of a function. */
export const refuses =
  (code: string, message: string, retry = 'never') =>
  () => ({
    ok: false,
    error: { code, message, retry, requestId: 'r' },
  });
