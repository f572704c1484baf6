import type { contactCalls } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import type { Outcome } from '../shared/contract/outcome';
import type { ReportReason } from '../shared/contract/review';
import { hadNumber } from '../shared/domain/grant';
import { isPosterAsked, questionAfterAnswer } from '../shared/domain/hand-over';
import { giveBack } from '../shared/domain/quota';
import { fileReport } from '../shared/adapters/file-report';
import { addNews } from '../shared/adapters/news-store';
import { writeFor } from '../shared/adapters/write-for';
import { authorOf, type Member } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import { accuserOf, aliasOf, reportIdOf } from '../shared/kernel/moderation-hashes';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import { randomId } from '../shared/kernel/random-id';
import { reviewNews } from '../shared/kernel/review-news';
import { contactAnswer } from './contact-answer';
import { askedNews } from './contact-news';
import { noteStock } from './note-stock';
import { thankGiver } from './thank-giver';

/**
 * Records the outcome of a contact; the first one gives the viewer a contact back. The outcome 要钱了 also files a report of the
 * post.
 */
export const reportOutcome: OwnerUseCase<typeof contactCalls.outcome, GrantDocument> = async (
  { id, outcome },
  found,
  viewer,
  { nowMs, refuse },
) => {
  const reason = reasonOf(outcome);
  // Files the report before it stores the outcome: after a run that is cut short the client sends it again, and the report is
  // filed only once.
  if (reason && hadNumber(found)) await reportWith(found, viewer, reason, nowMs);
  const reported = await writeFor(authorOf(viewer, nowMs), async (ordered) => {
    const { read, write, person } = ordered;
    const grant = await read('grants', id);
    if (!grant) throw refuse('not-found');
    if (!hadNumber(grant)) throw refuse(grant.state === 'ended' ? 'contact-ended' : 'contact-pending');
    if (grant.outcome === outcome) return grant;
    if (grant.outcome === null && person)
      await write('persons', giveBack(person, grant._id, campaign.limits, nowMs));
    const told = { ...grant, outcome, outcomeAtMs: nowMs };
    const next = { ...told, questionDueAtMs: questionAfterAnswer(told, nowMs, campaign.limits) };
    await write('grants', next);
    await thankGiver(ordered, grant, next, nowMs);
    await noteStock(ordered, grant, next, nowMs);
    // Asks the poster of a need, whom the viewer says to have given the medicine.
    if (next.board === 'need' && isPosterAsked(next))
      await addNews(ordered, askedNews(next, 'poster', nowMs));
    return next;
  });
  return contactAnswer(reported, nowMs);
};

const reasonOf = (outcome: Outcome): ReportReason | null =>
  outcome === 'asked-for-money' || outcome === 'not-real' ? outcome : null;

/** The outcome is stored even if the post is gone or the person's reports of the day are used up. */
async function reportWith(
  { viewerId, postId, summary }: GrantDocument,
  viewer: Member,
  reason: ReportReason,
  nowMs: number,
): Promise<void> {
  await fileReport({
    author: authorOf(viewer, nowMs),
    reportId: reportIdOf(viewerId, postId),
    reporterId: viewerId,
    postId,
    reason,
    aliasOf,
    accuserOf,
    hiddenNews: (hidden) =>
      reviewNews(hidden, summary, { choice: 'hidden', cause: String(nowMs), atMs: nowMs }),
    caseId: randomId(),
    limits: campaign.limits,
    nowMs,
  });
}
