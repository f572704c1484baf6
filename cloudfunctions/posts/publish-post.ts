import type { postsCalls } from '../shared/contract/posts-calls';
import { cleanText } from '../shared/domain/clean-text';
import { bodyOfDraft, newPost } from '../shared/domain/new-post';
import { draftFault } from '../shared/domain/post-draft';
import { lifetimeMs } from '../shared/domain/post-life';
import { sortedFromMs, withPublication } from '../shared/domain/publications';
import { foresee, publishInOrder, type PublishingState } from '../shared/adapters/post-store';
import { authorOf } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import { keyedId } from '../shared/kernel/keyed-hash';
import type { MemberUseCase } from '../shared/kernel/procedure';
import type { Refuse } from '../shared/kernel/refuse';
import { inTurn } from './in-turn';
import { openedPost } from './post-view';
import { publicPlaceOf } from './public-place';

/**
 * Publishes a draft. The picked point decides the public place and is then forgotten. The post's id follows
 * from the person and the client's token: a retried send finds the post that the first one made.
 */
export const publishPost: MemberUseCase<typeof postsCalls.publish> = async (
  input,
  member,
  { nowMs, refuse },
) => {
  const draft = { ...input, note: cleanText(input.note) };
  const fault = draftFault(draft, campaign, nowMs);
  if (fault) throw refuse(fault.code, fault);
  const place = publicPlaceOf(draft.place, refuse);
  const { personId: ownerId } = member;
  const postId = keyedId('post', ownerId, draft.clientToken);

  const decide = (state: PublishingState) => {
    if (state.person.blockedAtMs) throw refuse('blocked');
    refuseTooMany(state, refuse);
    const person = withPublication(state.person, campaign.limits, nowMs);
    if (!person) throw refuse('too-many-publications', { message: publicationsUsedSentence });
    return {
      post: newPost({
        id: postId,
        board: draft.board,
        owner: { id: ownerId, maskedName: member.maskedName },
        body: bodyOfDraft(draft),
        ...place,
        publishedAtMs: nowMs,
        sortedFromMs: sortedFromMs(draft, state.withdrawn, nowMs),
        expiresAtMs: nowMs + lifetimeMs(draft.board, campaign.limits),
      }),
      person,
    };
  };
  const key = { postId, author: authorOf(member, nowMs), board: draft.board, nowMs };
  await foresee(key, decide);
  const post = await inTurn(ownerId, postId, { nowMs, refuse }, () => publishInOrder(key, decide));
  return openedPost(post, member, nowMs);
};

const publicationsUsedSentence = `一天最多发布 ${campaign.limits.publicationsPerDay} 次，请明天再发布。已经发布的都还在。`;

function refuseTooMany({ openOnBoard }: PublishingState, refuse: Refuse<'too-many-open-posts'>): void {
  const { openPostsPerBoard } = campaign.limits;
  if (openOnBoard < openPostsPerBoard) return;
  throw refuse('too-many-open-posts', {
    message: `同时最多发布 ${openPostsPerBoard} 条，请先结束一条再发布。`,
  });
}
