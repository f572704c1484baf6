import type { PersonDocument, PostDocument, Spot } from '../shared/contract/documents';
import type { Place } from '../shared/contract/place';
import type { OpenedPost } from '../shared/contract/post';
import type { PostDraft } from '../shared/contract/posts-calls';
import { cleanText } from '../shared/domain/clean-text';
import { newPerson, withSpot } from '../shared/domain/person';
import { draftFault } from '../shared/domain/post-draft';
import { lifetimeMs } from '../shared/domain/post-life';
import { choosePublicPoint, publicPointOfKnownPlace, type Draw } from '../shared/domain/public-point';
import { cityCodeOf, provinceCodeOf } from '@facts/regions/region-codes';
import { timeRank } from '@facts/time-rank';
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
    if (state.existing) return state.existing;
    if (state.person?.blockedAtMs) throw new CallError('blocked');
    refuseTooMany(state);
    const person = state.person ?? newPerson(ownerId);
    const { publicPoint, spots } = blurred(person, draft.place, region);
    return {
      post: newPost(draft, postId, member, region, publicPoint, nowMs),
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

type PublicPoint = PostDocument['publicPoint'];

/** Keyed by person and place, so that even after everything stored was erased a spot is moved as it was before. */
function blurred(
  { _id: personId, spots }: PersonDocument,
  { point }: Place,
  region: PostRegion,
): { publicPoint: PublicPoint; spots: Spot[] } {
  const draw = (kind: 'area' | 'centre', name: string): Draw =>
    fractions(keyedHash(secret('PUBLIC_POINT_KEY'), kind, personId, name));
  if (region.isCentre(point)) {
    const coordinates = publicPointOfKnownPlace(point, draw('centre', region.adcode));
    return { publicPoint: { type: 'Point', coordinates }, spots };
  }
  const spot = choosePublicPoint(point, spots, (area) => draw('area', area));
  return { publicPoint: spot.publicPoint, spots: withSpot(spots, spot) };
}

function newPost(
  draft: PostDraft,
  postId: string,
  member: Member,
  region: PostRegion,
  publicPoint: PublicPoint,
  nowMs: number,
): PostDocument {
  const priority = draft.groups.length > 0 ? 1 : 0;
  const spare = draft.board === 'spare' ? draft : null;
  return {
    _id: postId,
    board: draft.board,
    status: 'published',
    ownerId: member.personId,
    ownerName: member.maskedName,
    items: draft.items,
    itemCodes: draft.items.map((item) => item.code),
    portions: spare && { total: spare.portions, left: spare.portions },
    source: spare && spare.source,
    beneficiary: draft.beneficiary,
    groups: draft.groups,
    priority,
    note: draft.note,
    publicPoint,
    districtCode: region.adcode,
    cityCode: cityCodeOf(region.adcode),
    provinceCode: provinceCodeOf(region.adcode),
    regionLabel: region.label,
    publishedAtMs: nowMs,
    timeRank: timeRank(nowMs, priority),
    expiresAtMs: nowMs + lifetimeMs(draft.board, campaign.limits),
    closedAtMs: null,
  };
}
