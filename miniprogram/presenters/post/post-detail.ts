import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import { unknownEnd } from '../../model/board-page';
import { callHoursText } from '../../facts/call-hours';
import { dangerSigns } from '../../facts/medicines/danger-signs';
import { expiryText, packagingText } from '../item/item-text';
import { groupWarnings, itemCautions, itemClashes } from '../item/item-warnings';
import type { WarningLine } from '../item/item-warnings';
import { groupTags, illText, itemText, mayBeGone, placesText, portionsText } from './post-card';
import type { GroupTag } from './post-card';
import { choices } from '../publish/form-fields';
import { agoText, remainingText } from '../time/time-text';
import { listed, say, translated } from '../../facts/words/say';

/** A post as its page draws it: what it offers or requests, then facts line by line. */
export interface PostDetail {
  boardText: string;
  items: { text: string; facts: string[] }[];
  portionsText: string;
  /** It says 可能没有了 or 可能不需要了, which must not look like good news. */
  mayBeGone: boolean;
  statusText: string;
  tags: GroupTag[];
  note: string;
  /** Warnings about the items: by the groups of the post, together on a need, and of the items themselves. */
  warnings: WarningLine[];
  facts: { name: string; value: string }[];
  /** 今天还能打开 8 条; empty while there are many. */
  opensText: string;
  /** What to check before the medicine changes hands, in the reader's words. */
  advice: string;
  /** The signs in the note that must not wait for medicine, and what to do; empty without any. */
  danger: string;
  /** Set when it is for somebody for whom the emergency itself may be a danger, such as an infant with a fever. */
  forEndangered: boolean;
}

/** `bandText`: from the list that the post was opened from; empty when it was opened by a link. */
export function postDetail(
  post: OpenedPost,
  campaign: Campaign,
  bandText: string,
  nowMs: number,
): PostDetail {
  const fact = (name: string, value: string): { name: string; value: string }[] =>
    value === '' ? [] : [{ name, value }];
  const source = translated(campaign.sources.find(({ code }) => code === post.source)?.name ?? '');
  const open = post.status === 'published';
  const codes = post.items.map(({ code }) => code);
  return {
    boardText: post.board === 'need' ? say('需要') : say('可以送出'),
    items: post.items.map((item) => ({
      text: post.board === 'spare' ? say`${itemText(item)}（每份）` : itemText(item),
      facts: [
        item.expiresOn === undefined ? '' : say`有效期到${expiryText(item.expiresOn)}`,
        packagingText(item.packaging),
        item.approvalNumber ?? '',
      ].filter((text) => text !== ''),
    })),
    portionsText: open ? portionsOf(post) || illText(post) : '',
    mayBeGone: mayBeGone(post),
    statusText: open ? '' : statusText(post),
    tags: groupTags(post, campaign.groups),
    note: post.note,
    warnings: [
      ...(post.board === 'need' ? itemClashes(codes, campaign) : []),
      ...groupWarnings(codes, post.groups, campaign),
      ...itemCautions(codes, campaign),
    ],
    advice: adviceText(post),
    danger: open && post.board === 'need' ? dangerText(post, campaign) : '',
    forEndangered:
      open && post.board === 'need' && post.groups.some((group) => campaign.danger?.groups.includes(group)),
    facts: [
      ...fact(say('地区'), post.region.label),
      ...fact(say('距离'), bandText),
      ...fact(say('怎么交接'), handOverText(post)),
      ...fact(say('接电话'), post.callHours === null ? '' : callHoursText(post.callHours)),
      ...fact(say('来源'), source),
      ...fact(say('给谁用'), post.board === 'need' ? translated(beneficiaryTexts[post.beneficiary]) : ''),
      ...fact(say('发布人'), post.posterName === '' ? say('已实名') : say`${post.posterName}（已实名）`),
      ...fact(say('发布'), agoText(post.publishedAtMs, nowMs)),
      ...fact(say('确认'), open ? confirmedText(post, nowMs) : ''),
      ...fact(
        say('有效'),
        open && post.expiresAtMs !== unknownEnd ? remainingText(post.expiresAtMs, nowMs) : '',
      ),
    ],
    opensText: opensText(post.opensLeft),
  };
}

/** When its owner last showed that there is some of a spare, and that an owner does not answer now. */
function confirmedText({ board, confirmedAtMs, isResting, mine }: OpenedPost, nowMs: number): string {
  const confirmed = confirmedAtMs === null ? '' : say`${agoText(confirmedAtMs, nowMs)}还有`;
  const unanswered = board === 'spare' ? say('现在还没回答“还有吗”') : say('现在还没回答“还需要吗”');
  return listed(
    [confirmed, isResting && !mine ? unanswered : ''].filter((text) => text !== ''),
    '，',
  );
}

/** Shown before the day's last ones. */
const fewOpens = 15;

function opensText(left: number | null): string {
  if (left === null || left > fewOpens) return '';
  return say`今天还能打开 ${left} 条没看过的信息。发布了可以送的{thing}，能看得更多。`;
}

/** 还有 3 份 · 还能联系 2 位. */
const portionsOf = (post: OpenedPost): string =>
  [portionsText(post), placesText(post)].filter((part) => part !== '').join(' · ');

/** What the taker and the giver check on the box, and that the medicine is free. */
function adviceText({ board, mine }: OpenedPost): string {
  if ((board === 'spare') !== mine) return say('{checkTaken}');
  return say('{checkGiven}');
}

function dangerText({ note, mine }: OpenedPost, { danger }: Campaign): string {
  const signs = dangerSigns(note, danger?.words);
  if (signs.length === 0) return '';
  const words = signs.map((sign) => `“${sign}”`).join('');
  return mine ? say('{wroteDanger}', words) : say('{readsDanger}', words);
}

function handOverText({ handOver }: OpenedPost): string {
  const ways = choices.handOver.filter(({ code }) => handOver.includes(code));
  return listed(ways.map(({ name }) => translated(name)));
}

/** How a post ended, or what it waits for; empty while it is on its board. */
export function statusText(post: Pick<OpenedPost, 'board' | 'status'>): string {
  if (post.status === 'fulfilled') return post.board === 'need' ? say('已经解决') : say('已经送完');
  return translated(statusTexts[post.status]);
}

const statusTexts: Record<OpenedPost['status'], string> = {
  pending: '正在审核',
  published: '',
  hidden: '暂时不显示，正在核对',
  fulfilled: '已经解决',
  withdrawn: '已撤回',
  expired: '已到期',
  rejected: '没有通过审核',
};

const beneficiaryTexts: Record<OpenedPost['beneficiary'], string> = { self: '自己', elsewhere: '外地的家人' };
