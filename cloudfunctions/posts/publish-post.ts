import type { PersonDocument, Spot } from '../shared/contract/documents';
import type { Coordinates, Place } from '../shared/contract/place';
import type { OpenedPost } from '../shared/contract/post';
import type { PostDraft } from '../shared/contract/posts-calls';
import { cleanText } from '../shared/domain/clean-text';
import { bodyOfDraft, newPost } from '../shared/domain/new-post';
import { newPerson, withSpot } from '../shared/domain/person';
import { draftFault } from '../shared/domain/post-draft';
import { lifetimeMs } from '../shared/domain/post-life';
import { choosePublicPoint, publicPointOfKnownPlace, type Draw } from '../shared/domain/public-point';
import { publishInOrder, type PublishingState } from '../shared/adapters/post-store';
import type { Member } from '../shared/kernel/actor';
import { CallError } from '../shared/kernel/call-error';
import { campaign } from '../shared/kernel/campaign';
import { fractions, keyedHash } from '../shared/kernel/keyed-hash';
import type { Invocation } from '../shared/kernel/procedure';
import { secret } from '../shared/kernel/secret';
import { postRegion, type PostRegion } from './post-region';
import { openedPost } from './post-view';

/**
 * Publishes a draft. The picked point is used to choose the public one and is then forgotten. The post's id follows
 * from the person and the client's token: a retried send finds the post that the first one made.
 */
export async function publishPost(
  input: PostDraft,
  member: Member,
  { nowMs }: Invocation,
): Promise<OpenedPost> {
  const draft = { ...input, note: cleanText(input.note) };
  const fault = draftFault(draft, campaign, nowMs);
  if (fault) throw new CallError(fault.code, fault);
  const region = postRegion(draft.place);
  const { personId: ownerId } = member;
  const postId = keyedHash('post', ownerId, draft.clientToken).toString('hex').slice(0, 32);

  const post = await publishInOrder({ postId, ownerId, board: draft.board, nowMs }, (state) => {
    if (state.person?.blockedAtMs) throw new CallError('blocked');
    refuseTooMany(state);
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
      person: { ...person, spots, revision: person.revision + 1 },
    };
  });
  return openedPost(post, member, nowMs);
}

function refuseTooMany({ openOnBoard }: PublishingState): void {
  const { openPostsPerBoard } = campaign.limits;
  if (openOnBoard < openPostsPerBoard) return;
  throw new CallError('too-many-open-posts', {
    message: `同时最多发布 ${openPostsPerBoard} 条，请先结束一条再发布。`,
  });
}

/** Keyed by person and place, so that even after everything stored was erased a spot is moved as it was before. */
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
