import type { PersonDocument, Spot } from '../shared/contract/documents';
import type { Coordinates, Place } from '../shared/contract/place';
import type { postsCalls } from '../shared/contract/posts-calls';
import { cleanText } from '../shared/domain/clean-text';
import { bodyOfDraft, newPost } from '../shared/domain/new-post';
import { newPerson, withSpot } from '../shared/domain/person';
import { draftFault } from '../shared/domain/post-draft';
import { lifetimeMs } from '../shared/domain/post-life';
import { choosePublicPoint, publicPointOfKnownPlace, type Draw } from '../shared/domain/public-point';
import { publishInOrder, type PublishingState } from '../shared/adapters/post-store';
import { campaign } from '../shared/kernel/campaign';
import { fractions, keyedHash, keyedId } from '../shared/kernel/keyed-hash';
import type { MemberUseCase } from '../shared/kernel/procedure';
import type { Refuse } from '../shared/kernel/refuse';
import { secret } from '../shared/kernel/secret';
import { postRegion, type PostRegion } from './post-region';
import { openedPost } from './post-view';

/**
 * Publishes a draft. The picked point decides the public one and is then forgotten. The post's id follows
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
  const region = postRegion(draft.place, refuse);
  const { personId: ownerId } = member;
  const postId = keyedId('post', ownerId, draft.clientToken);

  const post = await publishInOrder({ postId, ownerId, board: draft.board, nowMs }, (state) => {
    if (state.person?.blockedAtMs) throw refuse('blocked');
    refuseTooMany(state, refuse);
    const person = state.person ?? newPerson(ownerId);
    const { publicPoint, spots } = blurred(person, draft.place, region);
    return {
      post: newPost({
        id: postId,
        board: draft.board,
        owner: { id: ownerId, maskedName: member.maskedName },
        body: bodyOfDraft(draft),
        publicPoint,
        region,
        publishedAtMs: nowMs,
        expiresAtMs: nowMs + lifetimeMs(draft.board, campaign.limits),
      }),
      person: { ...person, spots },
    };
  });
  return openedPost(post, member, nowMs);
};

function refuseTooMany({ openOnBoard }: PublishingState, refuse: Refuse<'too-many-open-posts'>): void {
  const { openPostsPerBoard } = campaign.limits;
  if (openOnBoard < openPostsPerBoard) return;
  throw refuse('too-many-open-posts', {
    message: `同时最多发布 ${openPostsPerBoard} 条，请先结束一条再发布。`,
  });
}

/** Keyed by person and place: a spot is moved the same way again even after everything stored was erased. */
function blurred(
  { _id: personId, spots }: PersonDocument,
  { point }: Place,
  region: PostRegion,
): { publicPoint: Coordinates; spots: Spot[] } {
  const draw = (kind: 'area' | 'centre', name: string): Draw =>
    fractions(keyedHash(secret('PUBLIC_POINT_KEY'), kind, personId, name));
  if (region.isCentre(point)) {
    return { publicPoint: publicPointOfKnownPlace(point, draw('centre', region.adcode)), spots };
  }
  const spot = choosePublicPoint(point, spots, (area) => draw('area', area));
  return { publicPoint: spot.publicPoint.coordinates, spots: withSpot(spots, spot) };
}
