import { timeRank } from '@facts/time-rank';
import type { Board, PostStatus } from '../../cloudfunctions/shared/contract/board';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { campaign } from './catalogue';
import type { Owner } from './owners';
import type { PostContent } from './post-content';

export const hourMs = 3_600_000;

/** How long a post of each board lives. */
export const lifeHours: Readonly<Record<Board, number>> = {
  need: campaign.limits.needHours,
  spare: campaign.limits.spareHours,
};

/** How a post stands now: still open, or ended at a time. */
export type Standing =
  { status: 'published' } | { status: Exclude<PostStatus, 'published'>; closedAtMs: number };

/** A post in the shape that the database stores. */
export function postDocument(
  id: string,
  board: Board,
  owner: Owner,
  content: PostContent,
  publishedAtMs: number,
  standing: Standing,
): PostDocument {
  const { point, ...region } = owner.home;
  const priority = content.groups.length > 0 ? 1 : 0;
  return {
    _id: id,
    board,
    status: standing.status,
    ownerId: owner.id,
    ownerName: owner.name,
    items: content.items,
    itemCodes: content.items.map(({ code }) => code),
    portions:
      standing.status === 'fulfilled' && content.portions
        ? { ...content.portions, left: 0 }
        : content.portions,
    source: content.source,
    beneficiary: content.beneficiary,
    groups: content.groups,
    priority,
    note: content.note,
    publicPoint: { type: 'Point', coordinates: point },
    ...region,
    publishedAtMs,
    timeRank: timeRank(publishedAtMs, priority),
    expiresAtMs: publishedAtMs + lifeHours[board] * hourMs,
    closedAtMs: standing.status === 'published' ? null : standing.closedAtMs,
  };
}
