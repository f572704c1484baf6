import type { Board } from '../../cloudfunctions/shared/contract/board';
import type { Place } from '../../cloudfunctions/shared/contract/place';
import { distanceBandsMeters } from '../facts/distance-bands';
import { boardRows } from '../presenters/board/board-rows';
import { foundPage } from '../presenters/board/found-page';
import type { BoardRow } from '../presenters/board/board-rows';
import { loadCampaign } from './campaign';
import { call } from './cloud';

/** The posts to look for. */
export interface NearbyQuery {
  board: Board;
  /** Catalogue codes. */
  items: string[];
  place: Place;
}

/** The few nearest posts that would help, without the post that they are for. Throws CallError. */
export async function loadNearby({ board, items, place }: NearbyQuery, except: string): Promise<BoardRow[]> {
  const [campaign, answer] = await Promise.all([
    loadCampaign(),
    call('search', 'nearby', { board, items, place, pageSize: shownPosts + 1 }),
  ]);
  const page = foundPage(answer, board);
  const posts = page.posts
    .filter(({ id, distanceBand, isResting }) => id !== except && !isResting && distanceBand <= nearBand)
    .slice(0, shownPosts);
  return boardRows({ ...page, posts }, 'distance', campaign.groups, undefined, place);
}

const shownPosts = 3;
/** The band that ends at 50 km: people do not travel farther for a few pills. */
const nearBand = distanceBandsMeters.indexOf(50_000);
