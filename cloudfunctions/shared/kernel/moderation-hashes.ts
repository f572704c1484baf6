import { keyedId } from './keyed-hash';
import { key } from './keys';

/** Only the environment's key can make these hashes, and no stored one leads back to a person. */
const hash = (...parts: string[]): string => keyedId(key('MODERATION_KEY'), ...parts);

/** The id of one person's report of one post. */
export const reportIdOf = (reporterId: string, postId: string): string => hash('report', reporterId, postId);

/** The id of the review of a reported viewer. */
export const viewerReviewIdOf = (personId: string): string => hash('viewer', personId);

/** Proves that this person opened this post. */
export const openTokenOf = (personId: string, postId: string): string => hash('opened', personId, postId);

/** A poster and a viewer whom the poster has turned away. */
export const pairIdOf = (posterId: string, viewerId: string): string => hash('pair', posterId, viewerId);

/** A person within one review. */
export const aliasOf = (reviewId: string, personId: string): string => hash('alias', reviewId, personId);

/** A reporter in the record of the person who was reported. */
export const accuserOf = (ownerId: string, reporterId: string): string =>
  hash('accuser', ownerId, reporterId);

/** The document of the texts that share a band of their sketch. */
export const bandIdOf = (band: string): string => hash('band', band);

/** An applicant, later a volunteer, as operators see them. */
export const applicationIdOf = (personId: string): string => hash('application', personId);

/** The id of an invitation's document, from its code. */
export const invitationIdOf = (code: string): string => hash('invitation', code);

/** A person among the authors of texts, and nowhere else. */
export const authorOf = (personId: string): string => hash('author', personId);

/** The id of the count of those who publish on a board in a cell on one day, and a person in it. */
export const tallyIdOf = (board: string, cell: string, day: string): string =>
  hash('tally', board, cell, day);
export const tallied = (tallyId: string, personId: string): string => hash('tallied', tallyId, personId);

/** The id of an author's message to the operators with this number on this day. */
export const feedbackIdOf = (author: string, day: string, number: number): string =>
  hash('feedback', author, day, String(number));

/** The id of the count of those who missed a name, and a person in it. */
export const missingNameIdOf = (name: string): string => hash('missing', name);
export const missedByIdOf = (name: string, person: string): string => hash('missed', name, person);
