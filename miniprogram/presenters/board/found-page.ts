import type { Board } from '../../../cloudfunctions/shared/contract/board';
import type { CallOutput } from '../../../cloudfunctions/shared/contract/contract';
import { regionLabel } from '../../facts/regions/region-label';
import { unknownEnd } from '../../model/board-page';
import type { BoardPage, FoundPost } from '../../model/board-page';
import { emptyBody, plainOf } from '../publish/form-fields';

type Answer = Omit<CallOutput<'search', 'nearby'>, 'campaignVersion'>;

/** A page as a screen needs it: with the fields that the answer left out because they are empty or known here. */
export function foundPage({ posts, names, nextCursor, nowMs }: Answer, board: Board): BoardPage {
  return { posts: posts.map((post) => foundPost(post, board, names)), nextCursor, nowMs };
}

function foundPost(
  {
    adcode,
    point,
    band,
    left,
    priority,
    reach = 'city',
    confirmedAtMs,
    isResting,
    contactsLeft,
    items,
    ...listed
  }: Answer['posts'][number],
  board: Board,
  names: Answer['names'],
): FoundPost {
  return {
    ...plainOf(emptyBody),
    ...listed,
    board,
    status: 'published',
    items: items.map((item) => ({ ...item, name: names[item.code] ?? item.code })),
    portions: left === undefined ? null : { total: left, left },
    source: null,
    region: { adcode, label: regionLabel(adcode) },
    publicPoint: point,
    distanceBand: band,
    priority: priority === true,
    posterName: '',
    expiresAtMs: unknownEnd,
    reach,
    confirmedAtMs: confirmedAtMs ?? null,
    isResting: isResting === true,
    contactsLeft: contactsLeft ?? null,
  };
}
