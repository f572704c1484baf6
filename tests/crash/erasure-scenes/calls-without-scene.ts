import type { SceneName } from './cast';

/** Calls that store nothing of a person; an invitation names no person. A call that is in neither list fails the test of the model. */
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
  'moderation.invite',
  'moderation.myFeedback',
  'moderation.waitingFeedback',
  'moderation.missingNames',
  'share.namePlace',
  'share.code',
  'share.open',
  'share.endedPost',
  'news.mine',
  'news.waiting',
  'news.alerts',
];
