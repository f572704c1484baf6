import type { SceneName } from './cast';

/** Calls that store nothing for a person. A call that is in neither list fails the test of the model. */
export const readingCalls: readonly SceneName[] = [
  'search.nearby',
  'search.campaign',
  'posts.read',
  'posts.mine',
  'identity.me',
  'identity.documentQueue',
  'contact.mine',
  'contact.callers',
  'contact.interest',
  'moderation.myReports',
  'moderation.applications',
  'moderation.volunteers',
  'moderation.statistics',
  'share.namePlace',
  'share.code',
  'share.open',
  'share.endedPost',
  'news.mine',
  'news.waiting',
];

/**
 * Calls that no scene tries. A proposed block outlives an erasure on purpose; the others are of operators and of members who
 * become volunteers, whose erasure is tried by itself only.
 */
export const untriedCalls: readonly SceneName[] = [
  'moderation.proposeBlock',
  'moderation.invite',
  'moderation.apply',
  'moderation.answerTrial',
  'moderation.accept',
  'moderation.dismiss',
];
