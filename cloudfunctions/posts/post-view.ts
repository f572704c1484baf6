import type { PostDocument } from '../shared/contract/documents';
import type { OpenedPost } from '../shared/contract/post';
import { noteFindings } from '../shared/domain/note-fault';
import { ownersReview } from '../shared/domain/owners-review';
import { permissions, statusAt } from '../shared/domain/post-life';
import { hasSteppedBack, isUnconfirmed } from '../shared/domain/post-question';
import { forGuests, publicPost } from '../shared/domain/public-post';
import type { Actor } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import { openTokenOf } from '../shared/kernel/moderation-hashes';

/** A post as this viewer sees it when it is opened. */
export function openedPost(post: PostDocument, viewer: Actor, nowMs: number): OpenedPost {
  const mine = viewer.kind === 'member' && viewer.personId === post.ownerId;
  const status = statusAt(post, nowMs);
  const can = permissions(post, { owns: mine, verified: viewer.kind === 'member' }, nowMs, campaign.limits);
  const whole = publicPost(post, campaign.catalogue);
  return {
    ...(viewer.kind === 'member' ? whole : forGuests(whole)),
    status,
    mine,
    isUnconfirmed: isUnconfirmed(post),
    can,
    review: mine ? ownersReview({ ...post, status }, noteFindings(post, campaign)) : null,
    reportToken: viewer.kind === 'member' && can.report ? openTokenOf(viewer.personId, post._id) : null,
    question:
      mine && post.question
        ? { ...post.question, dueAtMs: hasSteppedBack(post) ? null : post.questionDueAtMs }
        : null,
    photos: [],
    photoCount: post.photos.filter((photo) => photo.state === 'shown').length,
    opensLeft: null,
    contactsLeft: null,
  };
}
