import type { moderationCalls } from '../../shared/contract/moderation-calls';
import type { VolunteerDocument } from '../../shared/contract/moderation-documents';
import { isAboutPerson, type Verdict } from '../../shared/contract/review';
import { newRecord } from '../../shared/domain/record';
import { newReview } from '../../shared/domain/reporting';
import { mostOpinions } from '../../shared/domain/queue';
import { freed, judged, leftToAnother, mayUndo, proposed, undone } from '../../shared/domain/reviewing';
import { nameable, note } from '../../shared/adapters/audit-trail';
import type { Ordered } from '../../shared/adapters/ordered-writes';
import { writeFor } from '../../shared/adapters/write-for';
import { authorOf } from '../../shared/kernel/actor';
import { campaign } from '../../shared/kernel/campaign';
import { aliasOf } from '../../shared/kernel/moderation-hashes';
import type { MemberUseCase } from '../../shared/kernel/procedure';
import { randomId } from '../../shared/kernel/random-id';
import { liftBlock, placeBlock } from '../block/place-block';
import { handOut, openOwn } from './claim-next';
import { readVolunteer } from './volunteer';

export const nextItem: MemberUseCase<typeof moderationCalls.next> = (_input, volunteer, { nowMs }) =>
  handOut(volunteer, nowMs);

/** Decides the item in hand. Review, post, audit entry and the volunteer's own document change together or not at all. */
export const decideItem: MemberUseCase<typeof moderationCalls.decide> = async (
  input,
  member,
  { nowMs, refuse },
) => {
  const { id, decision } = input;
  const { personId } = member;
  const by = aliasOf(id, personId);
  await writeFor(authorOf(member, nowMs), async (ordered) => {
    const opened = await openOwn(ordered, id, personId, nowMs);
    if (!opened) throw refuse('claim-over');
    const { review, post } = opened;
    const isOfBlock = decision === 'block' || decision === 'no-block';
    if (decision !== 'second-opinion' && isOfBlock !== isAboutPerson(review.kind))
      throw refuse('invalid-input', { field: 'decision' });
    const volunteer = await readVolunteer(ordered, personId);
    const deed = { id: randomId(), caseId: review.caseId, atMs: nowMs, actorId: personId };
    if (decision === 'second-opinion') {
      if (review.opinions >= mostOpinions) throw refuse('invalid-input', { field: 'decision' });
      const subjectId = await nameable(ordered, review.ownerId);
      await ordered.write('reviews', leftToAnother(review, post, by, nowMs));
      await ordered.write('volunteers', {
        ...volunteer,
        claimed: null,
        secondOpinions: volunteer.secondOpinions + 1,
      });
      return note(ordered, { ...deed, subjectId, action: decision });
    }
    if (decision === 'block' && review.kind === 'viewer') {
      const subjectId = await nameable(ordered, review.ownerId);
      await ordered.write('reviews', proposed(review, by, nowMs));
      await ordered.write('volunteers', { ...volunteer, claimed: null, decisions: volunteer.decisions + 1 });
      return note(ordered, { ...deed, subjectId, action: 'propose-block' });
    }
    const reason = 'reason' in input ? input.reason : null;
    const step = judged(review, post, { verdict: decision, reason, by, nowMs, limits: campaign.limits });
    const verdict = step.review.decision?.verdict ?? decision;
    const subjectId = await nameable(ordered, review.ownerId, { isWritten: verdict === 'block' });
    if (verdict === 'block') await placeBlock(ordered, review, nowMs);
    await ordered.write('reviews', step.review);
    if (step.post) await ordered.write('posts', step.post);
    await ordered.write('volunteers', {
      ...volunteer,
      claimed: null,
      decided: { reviewId: id, atMs: nowMs },
      decisions: volunteer.decisions + 1,
      ...(review.kind === 'appeal' &&
        (verdict === 'refuse' ? { agreed: volunteer.agreed + 1 } : { disagreed: volunteer.disagreed + 1 })),
    });
    return note(ordered, { ...deed, subjectId, action: verdict, reason });
  });
  return handOut(member, nowMs);
};

export const undoDecision: MemberUseCase<typeof moderationCalls.undo> = async (
  { id },
  member,
  { nowMs, refuse },
) => {
  const { personId } = member;
  const by = aliasOf(id, personId);
  await writeFor(authorOf(member, nowMs), async (ordered) => {
    const review = await ordered.read('reviews', id);
    if (!review) throw refuse('not-found');
    if (!mayUndo(review, by, nowMs)) throw refuse('undo-over');
    const { decision } = review;
    const post = isAboutPerson(review.kind) ? null : await ordered.read('posts', id);
    // The owner has corrected or withdrawn the post since, so the decision can no longer be taken back.
    if (post && decision && !isAsDecided(post.status, decision.verdict)) throw refuse('undo-over');
    const volunteer = await readVolunteer(ordered, personId);
    if (volunteer.claimed && volunteer.claimed !== id)
      await letGo(ordered, volunteer.claimed, personId, nowMs);
    const isLifted = decision?.verdict === 'block';
    const subjectId = await nameable(ordered, review.ownerId, { isWritten: isLifted });
    if (isLifted) await liftBlock(ordered, review);
    const step = undone(review, post, nowMs);
    await ordered.write('reviews', step.review);
    if (step.post) await ordered.write('posts', step.post);
    await ordered.write('volunteers', {
      ...volunteer,
      claimed: id,
      decided: null,
      decisions: Math.max(0, volunteer.decisions - 1),
      ...(review.kind === 'appeal' && withoutAppeal(volunteer, decision?.verdict)),
    });
    await note(ordered, {
      id: randomId(),
      caseId: review.caseId,
      action: 'undo',
      atMs: nowMs,
      actorId: personId,
      subjectId,
    });
  });
  return handOut(member, nowMs);
};

/** The item that came into the hand after the decision: others need not wait five minutes for it. */
async function letGo(ordered: Ordered, id: string, personId: string, nowMs: number): Promise<void> {
  const inHand = await openOwn(ordered, id, personId, nowMs);
  if (inHand) await ordered.write('reviews', freed(inHand.review, inHand.post, nowMs));
}

const withoutAppeal = (
  { agreed, disagreed }: VolunteerDocument,
  verdict: Verdict | undefined,
): Partial<VolunteerDocument> =>
  verdict === 'refuse' ? { agreed: Math.max(0, agreed - 1) } : { disagreed: Math.max(0, disagreed - 1) };

function isAsDecided(status: string, verdict: string): boolean {
  if (verdict === 'publish') return status === 'published';
  if (verdict === 'refuse') return status === 'rejected';
  return verdict === 'moot' || status === 'pending';
}

/** A block needs two: the proposal waits for another volunteer. */
export const proposeBlock: MemberUseCase<typeof moderationCalls.proposeBlock> = async (
  { id },
  member,
  { nowMs, refuse },
) => {
  const reviewId = randomId();
  const caseId = randomId();
  const { personId } = member;
  await writeFor(authorOf(member, nowMs), async (ordered) => {
    const opened = await openOwn(ordered, id, personId, nowMs);
    if (!opened || isAboutPerson(opened.review.kind)) throw refuse('claim-over');
    const { ownerId } = opened.review;
    if ((await nameable(ordered, ownerId, { isNew: true })) === null) throw refuse('claim-over');
    const record = (await ordered.read('records', ownerId)) ?? newRecord(ownerId);
    if (record.blockReviewId !== null) return;
    const fresh = newReview({ _id: reviewId, ownerId }, { owner: aliasOf(reviewId, ownerId), caseId, nowMs });
    await ordered.write('reviews', {
      ...fresh,
      kind: 'block',
      lane: 3,
      excluded: [...fresh.excluded, aliasOf(reviewId, personId)],
      score: opened.review.score,
      causes: opened.review.causes,
    });
    await ordered.write('records', { ...record, blockReviewId: reviewId });
    await note(ordered, {
      id: randomId(),
      caseId,
      action: 'propose-block',
      atMs: nowMs,
      actorId: personId,
      subjectId: ownerId,
    });
  });
  return handOut(member, nowMs);
};
