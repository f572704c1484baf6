import type { Board } from '../../../cloudfunctions/shared/contract/board';
import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { farNotice } from '../../facts/distance-bands';
import type { FoundPost } from '../../model/board-page';
import type { ChosenPlace } from '../../model/chosen-place';
import { shortName } from '../item/short-name';
import { distanceText } from '../place/distance-words';
import { say, translated } from '../../facts/words/say';
import { worded } from '../../facts/words/worded';

/** The words in which the two boards differ. The reader of a board wants the opposite of its posts. */
export interface BoardWords {
  publish: string;
  empty: string;
}

export const boardWords: Record<Board, BoardWords> = {
  need: {
    publish: '我有，帮帮 TA 们',
    empty: worded('{noNeeds}'),
  },
  spare: {
    publish: '没找到？发布求助',
    empty: worded('{noSpares}'),
  },
};

/** What the fixed button says: with the medicine that it takes over into the form. */
export function publishText(
  board: Board,
  items: readonly string[],
  { catalogue }: Pick<Campaign, 'catalogue'>,
): string {
  const [name] = catalogue.filter(({ code }) => items.includes(code)).map((item) => shortName(item.name));
  const publish = translated(boardWords[board].publish);
  if (name === undefined) return publish;
  return say`${publish}（${name}${items.length > 1 ? say('等') : ''}）`;
}

/** What is said above a list whose nearest post is far away; empty when it is near. */
export function farWords(board: Board, nearest: FoundPost | undefined, { place }: ChosenPlace): string {
  const notice = nearest && farNotice(nearest.distanceBand);
  if (!nearest || !notice) return '';
  const distance = distanceText(place.point, nearest.publicPoint);
  const next =
    board === 'spare'
      ? say('可邮寄的排在前面。您也可以发布求助，附近有了就能看到。')
      : say('可邮寄的排在前面。');
  return say`${notice}最近的${distance}，在${nearest.region.label}。${next}`;
}
