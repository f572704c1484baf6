import { regionAt } from '../../facts/regions/region-tree';
import type { Board } from '../../../cloudfunctions/shared/contract/board';
import { worded } from '../../facts/words/worded';

/** The words of a shared post before it is opened: in a card's title and in its picture. */
export interface ShareWords {
  board: Board;
  title: string;
  /** The largest line of the picture. */
  headline: string;
  lines: string[];
}

interface SharedPost {
  board: Board;
  items: readonly { name: string; quantity: number; unit: string }[];
  portions: { left: number } | null;
  region: { label: string };
}

/** 长沙市岳麓区有人急需：布洛芬. The card of a closed post is not made. */
export function postShareWords(post: SharedPost): ShareWords {
  const where = post.region.label.replace(/^.{2,8}?(省|自治区|特别行政区)(?=.)/, '');
  const names = post.items.map(({ name }) => name).join('、');
  const left = post.portions ? `还有 ${post.portions.left} 份，` : '';
  const title =
    post.board === 'spare' ? `${where}有人送：${names}（${left}免费）` : `${where}有人急需：${names}`;
  return {
    board: post.board,
    title,
    headline: post.board === 'spare' ? '免费送' : '急需',
    lines: [names, ...(post.portions ? [`还有 ${post.portions.left} 份`] : []), where],
  };
}

/** The card of a board. It names the district and never the spot, because the spot may be a home. */
export function boardsCard(board: Board, adcode: string | undefined): { title: string; path: string } {
  const district = adcode === undefined ? undefined : regionAt(adcode)?.name;
  if (adcode === undefined || district === undefined) return programCard;
  return {
    title: `看看${district}${worded('{whoHas}、{whoNeeds}')}`,
    path: `/pages/arrive/arrive?at=${adcode}&board=${board}`,
  };
}

/** The card of the program. */
export const programCard = { title: worded('{homeSlogan}'), path: '/pages/home/home' };
