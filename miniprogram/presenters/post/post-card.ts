import type { Board, Group } from '../../../cloudfunctions/shared/contract/board';
import type { Post } from '../../../cloudfunctions/shared/contract/post';
import { provinceCodeOf } from '../../facts/regions/region-codes';
import { choices } from '../publish/form-fields';
import { agoText } from '../time/time-text';
import { counted, listed, say, speaksChinese, translated } from '../../facts/words/say';
import { shortName } from '../item/short-name';

export interface GroupTag {
  code: Group | 'priority';
  name: string;
}

/** A post as a list draws it. */
export interface PostCard {
  id: string;
  board: Board;
  /** 布洛芬 4粒. */
  items: string[];
  /** 还有 3 份, or on a need 3 人病了; empty where it is one person. */
  portionsText: string;
  /** It says 可能没有了 or 可能不需要了, which must not look like good news. */
  mayBeGone: boolean;
  /** 还能联系 2 位; empty on a need. */
  placesText: string;
  tags: GroupTag[];
  note: string;
  /** 长沙市岳麓区: without the province, which the chosen place already shows. */
  regionText: string;
  /** 可邮寄 and the like; empty where the poster did not say. */
  waysText: string;
  /** 约 3 公里; empty where no place was searched around. */
  distanceText: string;
  timeText: string;
  /** The whole card in one sentence, for a screen reader. */
  label: string;
}

/** A post of any answer; `contactsLeft` is in those of others' posts. */
type ShownPost = Post & { contactsLeft?: number | null };

/** `nowMs`: the server's clock at the time of the answer. */
export function postCard(
  post: ShownPost,
  groups: readonly { code: Group; name: string }[],
  nowMs: number,
  around: { adcode: string; distanceText: string } = { adcode: '', distanceText: '' },
): PostCard {
  const { distanceText } = around;
  const items = post.items.map(itemText);
  const portions = post.board === 'need' ? illText(post) : portionsText(post);
  const places = placesText(post);
  const tags = groupTags(post, groups);
  const regionText = regionTextOf(post.region, around.adcode);
  const waysText = handOverText(post.handOver);
  const timeText = shownText(post, nowMs);
  const kind = post.board === 'need' ? say('求助') : say('提供');
  return {
    id: post.id,
    board: post.board,
    items,
    portionsText: portions,
    mayBeGone: mayBeGone(post),
    placesText: places,
    tags,
    note: post.note,
    regionText,
    waysText,
    distanceText,
    timeText,
    label: listed(
      [
        kind,
        ...items,
        portions,
        places,
        ...tags.map((tag) => tag.name),
        post.note,
        waysText,
        distanceText,
        regionText,
        timeText,
      ].filter((part) => part !== ''),
      '，',
    ),
  };
}

/** With the province where it is another one than that around which was searched. */
function regionTextOf({ adcode, label }: Post['region'], around: string): string {
  return around !== '' && provinceCodeOf(adcode) !== provinceCodeOf(around) ? label : shortRegion(label);
}

/** 自取、可邮寄. */
function handOverText(ways: Post['handOver']): string {
  return listed(
    choices.handOver.filter(({ code }) => ways.includes(code)).map(({ name }) => translated(name)),
  );
}

/** 布洛芬 4粒. */
export function itemText(item: { name: string; quantity: number; unit: string }): string {
  const name = speaksChinese() ? item.name : shortName(item.name);
  return say`${name} ${item.quantity}${counted(item.unit, item.quantity)}`;
}

/** 3 人病了; empty for one person, and on a spare. */
export const illText = ({ board, ill }: Pick<Post, 'board' | 'ill'>): string =>
  board === 'need' && ill > 1 ? say('{illCount}', ill) : '';

/** 3 小时前 of publishing, or 1 小时前确认还有 of a spare whose owner has shown since that there is some. */
function shownText({ publishedAtMs, confirmedAtMs }: ShownPost, nowMs: number): string {
  return confirmedAtMs === null
    ? agoText(publishedAtMs, nowMs)
    : say`${agoText(confirmedAtMs, nowMs)}确认还有`;
}

/** Whether others read that a post may hold no more, because its owner has not answered. */
export const mayBeGone = ({
  isResting,
  status,
  mine,
}: Pick<Post, 'status' | 'isResting'> & { mine?: boolean }): boolean =>
  isResting && status === 'published' && mine !== true;

/**
 * 还有 3 份 or 已经送完 of a spare, and 可能没有了 or 可能不需要了 to others where the owner has not answered; empty on any other need, and on
 * a spare that ended with some left.
 */
export function portionsText(
  post: Pick<Post, 'portions' | 'status' | 'isResting'> & { mine?: boolean },
): string {
  if (post.portions === null) return mayBeGone(post) ? say('可能不需要了') : '';
  if (post.status !== 'published' && post.portions.left > 0) return '';
  if (mayBeGone(post)) return say('可能没有了');
  return post.portions.left === 0 ? say('已经送完') : say`还有 ${post.portions.left} 份`;
}

/** 还能联系 2 位; empty where that is not counted, and on a spare that is gone or may be. */
export function placesText({
  portions,
  contactsLeft,
  isResting,
}: Pick<ShownPost, 'portions' | 'contactsLeft' | 'isResting'>): string {
  if (isResting && contactsLeft !== 0) return '';
  if (contactsLeft === null || contactsLeft === undefined || portions?.left === 0) return '';
  return contactsLeft === 0 ? say('联系的人满了') : say`还能联系 ${contactsLeft} 位`;
}

/**
 * The groups in the campaign's order: 老人 needs it, 优先老人 says whom a giver puts first; 优先人群 where the post does not
 * say which.
 */
export function groupTags(
  { board, groups: codes, priority }: Pick<Post, 'board' | 'groups' | 'priority'>,
  groups: readonly { code: Group; name: string }[],
): GroupTag[] {
  if (priority && codes.length === 0) return [{ code: 'priority', name: say('优先人群') }];
  return groups
    .filter(({ code }) => codes.includes(code))
    .map(({ code, name }) => ({
      code,
      name: board === 'spare' ? say`优先${translated(name)}` : translated(name),
    }));
}

/** Leaves the province out where a city or district follows it. */
export function shortRegion(label: string): string {
  const rest = label.replace(/^.{2,8}?(省|自治区|特别行政区)/, '');
  return rest === '' ? label : rest;
}
