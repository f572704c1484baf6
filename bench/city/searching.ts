import type { Board } from '../../cloudfunctions/shared/contract/board';
import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { distanceMeters } from '../../miniprogram/facts/distance';
import type { ItemCode } from './people';
import { placeOf, type World } from './world';

/** A post on the page that a person sees. */
export interface Seen {
  id: string;
  km: number;
  /** The board says that it may be gone. */
  isResting: boolean;
}

interface Wish {
  board: Board;
  item: ItemCode;
  home: Coordinates;
  openid: string;
}

/**
 * The first page of a board, in the order in which the person goes through it: as the product shows it, or by distance alone. A spare that
 * admits no more contacts is passed over.
 */
export async function searchBoard(world: World, { board, item, home, openid }: Wish): Promise<Seen[]> {
  const input = {
    board,
    items: [item],
    groups: [],
    place: placeOf(home),
    sort: 'distance' as const,
    pageSize: 20,
  };
  const page = await world.phone.call('search', 'nearby', input, openid);
  const seen = (page?.posts ?? [])
    .filter(({ contactsLeft }) => contactsLeft !== 0)
    .map(({ id, point, isResting = false }) => ({ id, km: distanceMeters(home, point) / 1000, isResting }));
  return world.hasMessages ? seen : seen.sort((a, b) => a.km - b.km || (a.id < b.id ? -1 : 1));
}
