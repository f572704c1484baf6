import type { PostDocument } from '../../shared/contract/documents';
import type { ReviewDocument } from '../../shared/contract/moderation-documents';
import { isAboutPerson } from '../../shared/contract/review';
import { isUnended } from '../../shared/domain/post-life';
import { byUrgency, mayClaim, undoMs } from '../../shared/domain/queue';
import { newRecord } from '../../shared/domain/record';
import { claimed } from '../../shared/domain/reviewing';
import type { Ordered } from '../../shared/adapters/ordered-writes';
import { photoUrls } from '../../shared/adapters/pictures';
import { writeFor } from '../../shared/adapters/write-for';
import { countWaiting, queueHead } from '../../shared/adapters/review-store';
import { authorOf, type Member } from '../../shared/kernel/actor';
import { aliasOf } from '../../shared/kernel/moderation-hashes';
import type { Output } from '../../shared/kernel/procedure';
import type { moderationCalls } from '../../shared/contract/moderation-calls';
import type { Opened } from './opened';
import { queueItem } from './queue-item';
import { readVolunteer } from './volunteer';

/** The items tried in one transaction, because other volunteers may have been quicker with the first ones. */
const tried = 8;

type Answer = Output<typeof moderationCalls.next>;

/** The item that a volunteer has claimed, otherwise the most urgent one that this volunteer may claim. */
export async function handOut(member: Member, nowMs: number): Promise<Answer> {
  const { personId } = member;
  const head = await queueHead(nowMs);
  const candidates = head
    .filter((review) => mayClaim(review, aliasOf(review._id, personId), nowMs))
    .sort(byUrgency(nowMs))
    .slice(0, tried)
    .map(({ _id }) => _id);
  const { opened, decided } = await writeFor(authorOf(member, nowMs), async (ordered) => {
    const volunteer = await readVolunteer(ordered, personId);
    const inHand = volunteer.claimed && (await openOwn(ordered, volunteer.claimed, personId, nowMs));
    if (inHand) return { opened: inHand, decided: volunteer.decided };
    for (const id of candidates) {
      const found = await claim(ordered, id, personId, nowMs);
      if (!found) continue;
      await ordered.write('volunteers', { ...volunteer, claimed: id });
      return { opened: found, decided: volunteer.decided };
    }
    return { opened: null, decided: volunteer.decided };
  });
  const waiting = head
    .filter(({ _id, state }) => state === 'waiting' && _id !== opened?.review._id)
    .map(({ sinceMs }) => sinceMs);
  return {
    item: opened && queueItem(opened, await photosOf(opened.post), nowMs),
    queue: {
      waiting: await countWaiting(),
      oldestSinceMs: waiting.length === 0 ? null : Math.min(...waiting),
    },
    undo:
      decided && nowMs < decided.atMs + undoMs
        ? { id: decided.reviewId, untilMs: decided.atMs + undoMs }
        : null,
    nowMs,
  };
}

/** Addresses of what a volunteer looks at: also what WeChat has not checked or doubts, because that is what is decided. */
async function photosOf(post: PostDocument | null): Promise<string[]> {
  const ids = (post?.photos ?? []).filter(({ state }) => state !== 'refused').map(({ id }) => id);
  return [...(await photoUrls(ids)).values()];
}

/** The item that this volunteer claimed, if it is still this volunteer's. */
export async function openOwn(
  { read }: Pick<Ordered, 'read'>,
  id: string,
  personId: string,
  nowMs: number,
): Promise<Opened | null> {
  const review = await read('reviews', id);
  const isOwn =
    review?.state === 'claimed' &&
    review.claimedBy === aliasOf(id, personId) &&
    review.dueAtMs !== null &&
    review.dueAtMs > nowMs;
  return isOwn ? openedBy({ read }, review) : null;
}

async function openedBy({ read }: Pick<Ordered, 'read'>, review: ReviewDocument): Promise<Opened> {
  const post = isAboutPerson(review.kind) ? null : await read('posts', review._id);
  const record = (await read('records', review.ownerId)) ?? newRecord(review.ownerId);
  return { review, post, record };
}

async function claim(ordered: Ordered, id: string, personId: string, nowMs: number): Promise<Opened | null> {
  const review = await ordered.read('reviews', id);
  const alias = aliasOf(id, personId);
  if (!review || !mayClaim(review, alias, nowMs)) return null;
  const opened = await openedBy(ordered, review);
  if (!isAboutPerson(review.kind) && !isToDecide(opened.post, nowMs)) {
    await ordered.write('reviews', { ...review, state: 'decided', claimedBy: null, dueAtMs: nowMs });
    return null;
  }
  const next = claimed(review, alias, nowMs);
  await ordered.write('reviews', next);
  return { ...opened, review: next };
}

/** A post that has ended meanwhile needs no decision. */
const isToDecide = (post: PostDocument | null, nowMs: number): boolean =>
  post !== null && (isUnended(post, nowMs) || post.status === 'rejected');
