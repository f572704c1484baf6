import type { PersonDocument, PostDocument } from '../shared/contract/documents';
import type { OpenedPost } from '../shared/contract/post';
import type { PostDraft } from '../shared/contract/posts-calls';
import { newPerson } from '../shared/domain/person';
import { draftFault } from '../shared/domain/post-draft';
import { lifetimeMs } from '../shared/domain/post-life';
import { choosePublicPoint } from '../shared/domain/public-point';
import { cityCodeOf, provinceCodeOf } from '../shared/domain/region-codes';
import { timeRank } from '../shared/domain/time-rank';
import { publishInOrder, type PublishingState } from '../shared/adapters/post-store';
import type { Member } from '../shared/kernel/actor';
import { CallError } from '../shared/kernel/call-error';
import { campaign } from '../shared/kernel/campaign';
import { fractions, keyedHash } from '../shared/kernel/keyed-hash';
import type { Invocation } from '../shared/kernel/procedure';
import { secret } from '../shared/kernel/secret';
import { postRegion } from './post-region';
import { openedPost } from './post-view';

/** Public points kept for a person, so that posting again from an earlier spot shows the same one. */
const keptPublicPoints = 50;

/**
 * Publishes a draft. The picked point is used to choose the public one and is then forgotten. The post's id follows
 * from the person and the client's token: a retried send finds the post that the first one made.
 */
export async function publishPost(
  draft: PostDraft,
  member: Member,
  { nowMs }: Invocation,
): Promise<OpenedPost> {
  const fault = draftFault(draft, campaign, nowMs);
  if (fault) throw new CallError(fault.code, fault);
  const region = postRegion(draft.place);
  const { personId: ownerId } = member;
  const postId = keyedHash('post', ownerId, draft.clientToken).toString('hex').slice(0, 32);

  const post = await publishInOrder({ postId, ownerId, board: draft.board, nowMs }, (state) => {
    if (state.existing) return state.existing;
    if (state.person?.blockedAtMs) throw new CallError('blocked');
    refuseTooMany(state);
    const person = withPublicPoint(state.person ?? newPerson(ownerId), draft);
    return { post: newPost(draft, postId, member, region, person.chosen, nowMs), person: person.document };
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

function withPublicPoint(
  person: PersonDocument,
  { place }: PostDraft,
): { document: PersonDocument; chosen: PublicPoint } {
  // Keyed by person and spot: the same spot blurs the same way again even after everything stored was erased.
  const spot = place.point.map((degrees) => Math.round(degrees * 500)).join(' ');
  const draw = fractions(keyedHash(secret('PUBLIC_POINT_KEY'), 'public-point', person._id, spot));
  const earlier = person.publicPoints.map((point) => point.coordinates);
  const chosen: PublicPoint = { type: 'Point', coordinates: choosePublicPoint(place.point, earlier, draw) };
  const others = person.publicPoints.filter(
    ({ coordinates }) => coordinates[0] !== chosen.coordinates[0] || coordinates[1] !== chosen.coordinates[1],
  );
  return {
    chosen,
    document: {
      ...person,
      publicPoints: [...others, chosen].slice(-keptPublicPoints),
      revision: person.revision + 1,
    },
  };
}

function newPost(
  draft: PostDraft,
  postId: string,
  member: Member,
  region: { adcode: string; label: string },
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
