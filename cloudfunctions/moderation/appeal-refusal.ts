import type { moderationCalls } from '../shared/contract/moderation-calls';
import type { PostDocument } from '../shared/contract/documents';
import { cleanText } from '../shared/domain/clean-text';
import { messageFault } from '../shared/domain/message-fault';
import { ownersReview } from '../shared/domain/owners-review';
import { appealed } from '../shared/domain/reviewing';
import { newReview } from '../shared/domain/reporting';
import { note } from '../shared/adapters/audit-trail';
import { writeFor } from '../shared/adapters/write-for';
import { authorOf } from '../shared/kernel/actor';
import { aliasOf } from '../shared/kernel/moderation-hashes';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import { randomId } from '../shared/kernel/random-id';

/** Queues a refused post again, for a volunteer who did not take part in the refusal. */
export const appealRefusal: OwnerUseCase<typeof moderationCalls.appeal, PostDocument> = async (
  { postId, text: typed },
  _found,
  owner,
  { nowMs, refuse },
) => {
  const text = cleanText(typed);
  const fault = messageFault(text);
  if (fault) throw refuse('note-to-clean', fault);
  const caseId = randomId();
  const { personId } = owner;
  const post = await writeFor(authorOf(owner, nowMs), async (ordered) => {
    const now = await ordered.read('posts', postId);
    if (now?.status !== 'rejected' || !now.review || now.review.isAppealed) throw refuse('appeal-over');
    const review =
      (await ordered.read('reviews', postId)) ??
      newReview(now, { owner: aliasOf(postId, personId), caseId, nowMs });
    const step = appealed(review, now, { text, caseId, nowMs });
    await ordered.write('reviews', step.review);
    if (step.post) await ordered.write('posts', step.post);
    await note(ordered, {
      id: randomId(),
      caseId,
      action: 'appeal',
      atMs: nowMs,
      actorId: null,
      subjectId: personId,
    });
    return step.post ?? now;
  });
  const review = ownersReview(post, []);
  if (!review) throw new Error('an appeal without a review');
  return { review, nowMs };
};
