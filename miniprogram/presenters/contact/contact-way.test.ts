import { expect, test } from '@jest/globals';
import type { Self } from '../../../cloudfunctions/shared/contract/identity-calls';
import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import { contactWay } from './contact-way';

const can = (contact: boolean): OpenedPost['can'] => ({
  contact,
  renew: false,
  withdraw: false,
  give: false,
  undoGift: false,
  fulfil: false,
  keep: false,
  correct: false,
  appeal: false,
  report: contact,
});
const self = (fields: Partial<Self>): Self => ({
  verification: 'none',
  refusal: null,
  maskedName: null,
  phoneBound: false,
  role: 'guest',
  contacts: { limit: 5, left: 5, nextBackAtMs: null },
  can: { publish: false, contact: false, checkDocuments: false },
  ...fields,
});
const theirs = { can: can(false), mine: false, status: 'published' as const };

test.each([
  ['a post that may be contacted', { ...theirs, can: can(true) }, null, 'contact'],
  ['a guest', theirs, self({}), 'verify'],
  ['somebody without a phone', theirs, self({ verification: 'verified' }), 'verify'],
  ['somebody blocked', theirs, self({ verification: 'verified', phoneBound: true }), 'none'],
  ['the owner', { ...theirs, mine: true }, self({}), 'none'],
  ['a post that is over', { ...theirs, status: 'expired' as const }, self({}), 'none'],
])('%s', (_who, post, viewer, way) => {
  expect(contactWay(post, viewer)).toBe(way);
});
