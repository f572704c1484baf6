import { cityCodeOf, provinceCodeOf } from '@facts/regions/region-codes';
import { timeRank } from '@facts/time-rank';
import type { Board } from '../contract/board';
import type { PostDocument } from '../contract/documents';
import type { Adcode, Coordinates } from '../contract/place';
import { pickBody, type PostBody } from '../contract/post-body';
import type { CorrectedDraft } from '../contract/posts-calls';
import { searchPointOf } from './search-point';

/** Everything that decides a new post; the rest of the document follows from it. */
export interface NewPost {
  id: string;
  /** The code of the campaign. */
  campaign: string;
  board: Board;
  owner: { id: string; maskedName: string };
  body: PostBody;
  publicPoint: Coordinates;
  region: { adcode: Adcode; label: string };
  publishedAtMs: number;
  /** The time by which it is sorted; earlier than `publishedAtMs` for a withdrawn post that is published again. */
  sortedFromMs?: number;
  expiresAtMs: number;
  /** When its owner is asked whether it is still needed. */
  questionDueAtMs?: number | null;
  isFirst?: boolean;
}

/** A post as it is stored when it goes up. */
export function newPost({
  body,
  owner,
  region,
  publishedAtMs,
  sortedFromMs = publishedAtMs,
  questionDueAtMs = null,
  isFirst = false,
  ...post
}: NewPost): PostDocument {
  const priority = body.groups.length > 0 ? 1 : 0;
  return {
    _id: post.id,
    campaign: post.campaign,
    board: post.board,
    status: 'published',
    ownerId: owner.id,
    ownerName: owner.maskedName,
    ...pickBody(body),
    itemCodes: body.items.map(({ code }) => code),
    priority,
    publicPoint: { type: 'Point', coordinates: post.publicPoint },
    searchPoint: { type: 'Point', coordinates: searchPointOf(post.publicPoint, post.id) },
    districtCode: region.adcode,
    cityCode: cityCodeOf(region.adcode),
    provinceCode: provinceCodeOf(region.adcode),
    regionLabel: region.label,
    publishedAtMs,
    timeRank: timeRank(sortedFromMs, priority),
    expiresAtMs: post.expiresAtMs,
    closedAtMs: null,
    review: null,
    photos: [],
    undo: null,
    question: null,
    questionDueAtMs,
    goneBy: [],
    confirmedAtMs: null,
    isResting: false,
    isFirst,
  };
}

/** The content of a draft as a post has it: all portions of a spare are still there, and a need has none. */
export function bodyOfDraft(draft: CorrectedDraft): PostBody {
  if (draft.board === 'need') return pickBody({ ...draft, portions: null, source: null });
  return pickBody({ ...draft, portions: { total: draft.portions, left: draft.portions } });
}
