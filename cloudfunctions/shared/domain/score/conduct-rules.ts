import type { ScoreRule } from './facts';

/**
 * A post that was withdrawn and published again keeps its place in the list. Doing this again and again waits for a
 * volunteer.
 */
export const republished: ScoreRule = ({ withdrawnAlike }) =>
  withdrawnAlike >= 4 ? 3 : withdrawnAlike > 0 ? 1 : 0;

/**
 * One in two hundred honest people makes five contacts within an hour; together with an offer this looks like
 * collecting numbers.
 */
export const contactSpree: ScoreRule = ({ post, contactsLastHour }) =>
  contactsLastHour < 5 ? 0 : post.board === 'spare' ? 2 : 1;

/** The number of people who were asked for money. */
export const askedForMoney: ScoreRule = ({ record }) => Math.min(4, 2 * record.moneyReporters.length);

/** The number of people who reported that the medicine was not as described. */
export const notReal: ScoreRule = ({ record }) => {
  const people = record.notRealReporters.length;
  return people >= 2 ? 3 : people;
};

/** Volunteers have taken posts of this person down. */
export const refusedBefore: ScoreRule = ({ record }) =>
  record.refusedCount >= 3 ? 4 : record.refusedCount > 0 ? 2 : 0;
