import type { PersonDocument, PostDocument } from '../shared/contract/documents';
import type { PostPhoto } from '../shared/contract/photo';
import type { Portions } from '../shared/contract/post-body';
import type { postsCalls } from '../shared/contract/posts-calls';
import { cleanText } from '../shared/domain/clean-text';
import { postCounts } from '../shared/domain/counts';
import { bodyOfDraft, newPost } from '../shared/domain/new-post';
import { draftFault } from '../shared/domain/post-draft';
import { lifetimeMs, statusAt } from '../shared/domain/post-life';
import { nextQuestionAtMs } from '../shared/domain/post-question';
import { keptPhotos } from '../shared/domain/post-photos';
import { publicPlaceOf } from '../shared/domain/public-place';
import { withPublication } from '../shared/domain/publications';
import { isFirstOf, withPost } from '../shared/domain/record';
import { levelOf } from '../shared/domain/score/level';
import { weighed } from '../shared/domain/weighed-post';
import {
  foresee,
  publishInOrder,
  type Publication,
  type PublishingState,
} from '../shared/adapters/post-store';
import type { TakenPicture } from '../shared/adapters/taken-pictures';
import { authorOf, type Member } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import { count } from '../shared/kernel/counting';
import { keyedId } from '../shared/kernel/keyed-hash';
import { aliasOf } from '../shared/kernel/moderation-hashes';
import type { MemberUseCase, OwnerUseCase } from '../shared/kernel/procedure';
import { randomId } from '../shared/kernel/random-id';
import type { Refuse } from '../shared/kernel/refuse';
import { inTurn } from './in-turn';
import { withWait } from './queue-wait';
import { takePhotos, withPhotos } from './post-photos';
import { openedPost } from './post-view';
import { look, remember, weigh, type Seen } from './weigh-draft';

/**
 * Publishes a draft. The picked point decides the public place and is then forgotten. The post's id follows
 * from the person and the client's token: a retried send finds the post that the first one made.
 */
export const publishPost: MemberUseCase<typeof postsCalls.publish> = async (
  input,
  member,
  { requestId, nowMs, refuse },
) => {
  const draft = { ...input, note: cleanText(input.note) };
  const fault = draftFault(draft, campaign, nowMs);
  if (fault) throw refuse(fault.code, fault);
  const place = publicPlaceOf(draft.place);
  if ('fault' in place) throw refuse('region-unknown', place.fault);
  const { personId: ownerId } = member;
  const postId = keyedId('post', ownerId, draft.clientToken);
  const body = bodyOfDraft(draft);
  const fresh = newPost({
    id: postId,
    campaign: campaign.code,
    board: draft.board,
    owner: { id: ownerId, maskedName: member.maskedName },
    body,
    ...place,
    publishedAtMs: nowMs,
    expiresAtMs: nowMs + lifetimeMs(draft.board, campaign.limits),
    questionDueAtMs: nextQuestionAtMs({ board: draft.board, groups: body.groups }, nowMs, campaign.limits),
  });
  const photoFileIds = draft.board === 'spare' ? draft.photoFileIds : [];
  const post = await send(fresh, member, {
    correction: null,
    takePhotos: () => takePhotos(photoFileIds, member, { nowMs, refuse }),
    requestId,
    nowMs,
    refuse,
  });
  // A form that was sent before is answered with the post of then.
  if (post.publishedAtMs === nowMs) count(postCounts(post));
  return withWait(await withPhotos(openedPost(post, member, nowMs), post), post, nowMs);
};

/**
 * Sends a post again with what its owner changed. One that waits, was refused or is to be corrected begins a new life; one that is
 * on its board keeps its times and its place in the order. Portions already given stay given.
 */
export const correctPost: OwnerUseCase<typeof postsCalls.correct, PostDocument> = async (
  { draft: input },
  found,
  owner,
  { requestId, nowMs, refuse },
) => {
  const draft = { ...input, note: cleanText(input.note) };
  if (draft.board !== found.board) throw refuse('invalid-input', { field: 'draft.board' });
  const fault = draftFault(draft, campaign, nowMs);
  if (fault) throw refuse(fault.code, fault);
  if (!mayCorrect(found, nowMs)) throw refuse('post-closed');
  const body = bodyOfDraft(draft);
  const fresh: PostDocument = {
    ...found,
    ...body,
    portions: body.portions && withGiven(body.portions, found.portions),
    itemCodes: body.items.map(({ code }) => code),
    priority: body.groups.length > 0 ? 1 : 0,
    status: 'published',
    ...(found.status === 'published'
      ? {}
      : { publishedAtMs: nowMs, expiresAtMs: nowMs + lifetimeMs(found.board, campaign.limits) }),
    closedAtMs: null,
    review: null,
    photos: keptPhotos(found.photos),
    question: null,
    questionDueAtMs: nextQuestionAtMs({ board: found.board, groups: body.groups }, nowMs, campaign.limits),
    confirmedAtMs: found.board === 'spare' && found.status === 'published' ? nowMs : null,
    isResting: false,
  };
  const post = await send(fresh, owner, { correction: { found, refuse }, requestId, nowMs, refuse });
  return withWait(await withPhotos(openedPost(post, owner, nowMs), post), post, nowMs);
};

const mayCorrect = (post: Pick<PostDocument, 'status' | 'expiresAtMs'>, nowMs: number): boolean =>
  post.status === 'rejected' || ['pending', 'published'].includes(statusAt(post, nowMs));

/** The form says how many portions are left to give. */
const withGiven = ({ left }: Portions, before: Portions | null): Portions => ({
  total: left + (before ? before.total - before.left : 0),
  left,
});

interface Sending {
  /** Of a new post: what takes its photos, once it is known not to be refused anyway. */
  takePhotos?(): Promise<TakenPicture[]>;
  /** Null for a new post; otherwise the post as its owner saw it, and the refusal if it changed meanwhile. */
  correction: { found: PostDocument; refuse: Refuse<'post-closed' | 'post-changed'> } | null;
  requestId: string;
  nowMs: number;
  refuse: Refuse<
    'blocked' | 'busy' | 'too-many-open-posts' | 'too-many-publications' | 'content-refused' | 'post-refused'
  >;
}

/** Weighs a post, and stores it on its board or in the queue. */
async function send(fresh: PostDocument, member: Member, sending: Sending): Promise<PostDocument> {
  const { correction, nowMs } = sending;
  const key = {
    postId: fresh._id,
    author: authorOf(member, nowMs),
    board: fresh.board,
    isCorrection: correction !== null,
    nowMs,
  };
  // A form that was sent before is neither checked nor counted again.
  const sent = await foresee(key, (state) => void admitted(state, sending));
  if (sent) return sent;
  const seen = await look(fresh, member, sending);
  const photos = await sending.takePhotos?.();
  const whole = photos ? { ...fresh, photos: photos.map(newPhoto) } : fresh;
  const post = await inTurn(fresh.ownerId, key.postId, sending, () =>
    publishInOrder({ ...key, photos }, (state) => publication(whole, { seen, state, member, sending })),
  );
  await remember(seen, nowMs);
  return post;
}

const newPhoto = ({ copy }: TakenPicture): PostPhoto => ({ id: copy._id, state: 'unchecked' });

function publication(
  fresh: PostDocument,
  { seen, state, member, sending }: { seen: Seen; state: PublishingState; member: Member; sending: Sending },
): Publication {
  const { nowMs, refuse } = sending;
  const person = admitted(state, sending);
  const weighing = weigh(fresh, seen, state, nowMs);
  if (levelOf(weighing.score) === 'clear') throw refuse('post-refused');
  const isFirst = sending.correction ? fresh.isFirst : isFirstOf(state.record);
  const { post, review } = weighed(
    { ...fresh, isFirst },
    weighing,
    {
      account: member.openid,
      owner: aliasOf(fresh._id, fresh.ownerId),
      caseId: randomId(),
      nowMs,
    },
    state.review,
  );
  const sent = {
    id: post._id,
    board: post.board,
    courses: seen.courses,
    groups: post.groups.length,
    atMs: nowMs,
  };
  return {
    post,
    review: isReported(state) && post.status === 'published' ? null : review,
    person,
    record: withPost(state.record, sent, post.status === 'published'),
  };
}

/** A report of a post on its board waits for a volunteer: what its owner changes does not decide it. */
const isReported = ({ earlier, review }: PublishingState): boolean =>
  earlier?.status === 'published' && review !== null && review.state !== 'decided';

/** The person with this publication counted; throws when this person may not publish now. */
function admitted(state: PublishingState, { correction, nowMs, refuse }: Sending): PersonDocument {
  if (state.person.blockedAtMs) throw refuse('blocked');
  if (correction) refuseChanged(correction, state.earlier, nowMs);
  refuseTooMany(state, refuse);
  const person = withPublication(state.person, campaign.limits, nowMs);
  if (!person) throw refuse('too-many-publications', { message: publicationsUsedSentence() });
  return person;
}

/** A portion that was given away meanwhile must not come back with the form. */
function refuseChanged(
  { found, refuse }: NonNullable<Sending['correction']>,
  earlier: PostDocument | null,
  nowMs: number,
): void {
  if (!earlier || !mayCorrect(earlier, nowMs)) throw refuse('post-closed');
  if (earlier.status !== found.status || earlier.portions?.left !== found.portions?.left)
    throw refuse('post-changed');
}

const publicationsUsedSentence = (): string =>
  `一天最多发布 ${campaign.limits.publicationsPerDay} 次，请明天再发布。已经发布的都还在。`;

function refuseTooMany({ openOnBoard }: PublishingState, refuse: Refuse<'too-many-open-posts'>): void {
  const { openPostsPerBoard } = campaign.limits;
  if (openOnBoard < openPostsPerBoard) return;
  throw refuse('too-many-open-posts', {
    message: `同时最多发布 ${openPostsPerBoard} 条，请先结束一条再发布。`,
  });
}
