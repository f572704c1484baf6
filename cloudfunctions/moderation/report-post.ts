import type { moderationCalls } from '../shared/contract/moderation-calls';
import { fileReport } from '../shared/adapters/file-report';
import { readDocument } from '../shared/adapters/ordered-writes';
import { authorOf } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import { grantIdOf } from '../shared/kernel/grant-id';
import { accuserOf, aliasOf, openTokenOf, reportIdOf } from '../shared/kernel/moderation-hashes';
import type { MemberUseCase } from '../shared/kernel/procedure';
import { randomId } from '../shared/kernel/random-id';
import { ownersNews } from './owners-news';
import { reportView } from './report-view';

/** Only those who opened the post or hold a contact with it may report it: a list of ids is not enough to silence a board. */
export const reportPost: MemberUseCase<typeof moderationCalls.report> = async (
  { postId, reason, token },
  reporter,
  { nowMs, refuse },
) => {
  const { personId: reporterId } = reporter;
  const hasOpened = token === openTokenOf(reporterId, postId);
  if (!hasOpened && !(await readDocument('grants', grantIdOf(reporterId, postId))))
    throw refuse('open-first');
  const filed = await fileReport({
    author: authorOf(reporter, nowMs),
    reportId: reportIdOf(reporterId, postId),
    reporterId,
    postId,
    reason,
    aliasOf,
    accuserOf,
    hiddenNews: (hidden) => ownersNews(hidden, 'hidden', String(nowMs), nowMs),
    caseId: randomId(),
    limits: campaign.limits,
    nowMs,
  });
  if (typeof filed === 'string') throw refuse(filed);
  const post = await readDocument('posts', postId);
  return { report: reportView(filed.report, post), nowMs };
};
