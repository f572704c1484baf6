import type { contactCalls } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import type { Outcome } from '../shared/contract/outcome';
import type { ReportReason } from '../shared/contract/review';
import { giveBack } from '../shared/domain/quota';
import { fileReport } from '../shared/adapters/file-report';
import { writeFor } from '../shared/adapters/write-for';
import { authorOf, type Member } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import { accuserOf, aliasOf, reportIdOf } from '../shared/kernel/moderation-hashes';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import { randomId } from '../shared/kernel/random-id';
import { contactAnswer } from './contact-answer';

/** Notes what came of a contact; the first time gives one back. Who was asked for money has reported the post with it. */
export const reportOutcome: OwnerUseCase<typeof contactCalls.outcome, GrantDocument> = async (
  { id, outcome },
  found,
  viewer,
  { nowMs, refuse },
) => {
  const reason = reasonOf(outcome);
  // Before the outcome is kept: a run that is cut short in between is sent again, and files the report once.
  if (reason && isOver(found)) await reportWith(found, viewer, reason, nowMs);
  const reported = await writeFor(authorOf(viewer, nowMs), async ({ read, write, person }) => {
    const grant = await read('grants', id);
    if (!grant) throw refuse('not-found');
    if (!isOver(grant)) throw refuse('contact-pending');
    if (grant.outcome === outcome) return grant;
    if (grant.outcome === null && person)
      await write('persons', giveBack(person, grant._id, campaign.limits, nowMs));
    const next = { ...grant, outcome, outcomeAtMs: nowMs };
    await write('grants', next);
    return next;
  });
  return contactAnswer(reported, nowMs);
};

/** Whether there was a number, so that something can have come of it. */
const isOver = ({ state }: GrantDocument): boolean => state !== 'asked' && state !== 'intended';

const reasonOf = (outcome: Outcome): ReportReason | null =>
  outcome === 'asked-for-money' || outcome === 'not-real' ? outcome : null;

/** A post that is gone, or a day's reports used up, do not keep the outcome from being told. */
async function reportWith(
  { viewerId, postId }: GrantDocument,
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
    caseId: randomId(),
    limits: campaign.limits,
    nowMs,
  });
}
