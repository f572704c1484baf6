import type { ScoreRule } from './facts';

/** Withdrawn and published again: its place in the list stays, and doing it again and again waits for a volunteer. */
export const republished: ScoreRule = ({ withdrawnAlike }) =>
  withdrawnAlike >= 4 ? 3 : withdrawnAlike > 0 ? 1 : 0;

/** Five contacts within an hour is what one in two hundred honest people makes; together with an offer it is a harvest of numbers. */
export const contactSpree: ScoreRule = ({ post, contactsLastHour }) =>
  contactsLastHour < 5 ? 0 : post.board === 'spare' ? 2 : 1;

/** People who were asked for money. */
export const askedForMoney: ScoreRule = ({ record }) => Math.min(4, 2 * record.moneyReporters.length);

/** How many people reported that the medicine was not as written. */
export const notReal: ScoreRule = ({ record }) => {
  const people = record.notRealReporters.length;
  return people >= 2 ? 3 : people;
};

/** Volunteers have taken posts of this person down. */
export const refusedBefore: ScoreRule = ({ record }) =>
  record.refusedCount >= 3 ? 4 : record.refusedCount > 0 ? 2 : 0;
