import type { CallOutput } from '../../../../cloudfunctions/shared/contract/contract';
import type { QueueItem } from '../../../../cloudfunctions/shared/contract/moderation-calls';
import type { ShownPhoto } from '../../../../cloudfunctions/shared/contract/photo';
import type { RefusalReason } from '../../../../cloudfunctions/shared/contract/review';
import { itemText } from '../../../presenters/post/post-card';
import { reasonName } from '../../../presenters/post/report-words';
import { agoText } from '../../../presenters/time/time-text';
import { worded } from '../../../facts/words/worded';

/** An item of the queue as a volunteer reads it on one screen. */
export interface QueueItemText {
  id: string;
  /** 求助 · 长沙市岳麓区 · 3 分钟前 */
  title: string;
  items: string[];
  /** The note in pieces; the findings of the rules are marked. */
  note: { text: string; marked: boolean }[];
  photos: ShownPhoto[];
  why: { text: string; points: string }[];
  reports: string;
  history: string[];
  /** The owner's appeal against a refusal; empty without an appeal. */
  appeal: string;
  opinions: string;
  can: QueueItem['can'];
  /** The two decisions about a person. */
  blockText: string;
  fineText: string;
}

export interface QueueView {
  state: 'ready' | 'empty';
  message: string;
  item: QueueItemText | null;
  countText: string;
  undoId: string;
}

/** `nowMs` comes with the answer: the server's time. */
export function queueView({ item, queue, undo, nowMs }: CallOutput<'moderation', 'next'>): QueueView {
  const oldest = queue.oldestSinceMs === null ? '' : `，最早的一条：${agoText(queue.oldestSinceMs, nowMs)}`;
  return {
    state: item === null ? 'empty' : 'ready',
    message: '现在没有要看的，谢谢您。往下拉可以再看一次。',
    item: item === null ? null : itemView(item, nowMs),
    countText: queue.waiting === 0 ? '后面没有在等的了' : `还有 ${queue.waiting} 条在等${oldest}`,
    undoId: undo?.id ?? '',
  };
}

function itemView(item: QueueItem, nowMs: number): QueueItemText {
  const { post, history } = item;
  return {
    id: item.id,
    title:
      post === null
        ? personTitles[item.kind === 'viewer' ? 'viewer' : 'block']
        : titleOf(item.kind, post, nowMs),
    items: post === null ? [] : post.items.map(itemText),
    note: post === null ? [] : pieces(post.note, item.findings),
    photos: (post?.photos ?? []).map((url) => ({ url, state: 'shown' })),
    why: item.why.map(({ sentence, points }) => ({
      text: sentence,
      points: points === 0 ? '' : `+${points}`,
    })),
    reports: item.reports
      .map(
        ({ reason, count }) => `${reasonName(reason, item.kind === 'viewer' ? 'viewer' : 'post')} ${count}`,
      )
      .join('，'),
    history: historyLines(history),
    appeal: item.appealText ?? '',
    opinions: item.opinions === 0 ? '' : `${item.opinions} 位志愿者看过，拿不准`,
    can: item.can,
    blockText: item.kind === 'viewer' ? '提议停用' : '停用',
    fineText: item.kind === 'viewer' ? '没有问题' : '不停用',
  };
}

const personTitles = {
  viewer: '发布的人举报了联系他的人。提议停用，要另一位志愿者也同意',
  block: '要不要停用这个人',
};

function titleOf(kind: QueueItem['kind'], post: NonNullable<QueueItem['post']>, nowMs: number): string {
  const board = post.board === 'need' ? '求助' : worded('{giving}');
  return [kind === 'appeal' ? `申诉：${board}` : board, post.region, agoText(post.publishedAtMs, nowMs)].join(
    ' · ',
  );
}

/** The note cut into pieces at the edges of each finding. */
export function pieces(
  note: string,
  findings: readonly { start: number; end: number }[],
): { text: string; marked: boolean }[] {
  const edges = findings.flatMap(({ start, end }) => [
    { at: start, marked: true },
    { at: end, marked: false },
  ]);
  const cuts = [{ at: 0, marked: false }, ...edges, { at: note.length, marked: false }];
  return cuts.slice(0, -1).flatMap(({ at, marked }, index) => {
    const text = note.slice(at, cuts[index + 1]?.at);
    return text === '' ? [] : [{ text, marked }];
  });
}

function historyLines({ days, published, refused, askedForMoney, notReal }: QueueItem['history']): string[] {
  return [
    days === null
      ? '第一次发布'
      : days === 0
        ? `今天才来，发过 ${published} 条`
        : `用了 ${days} 天，发过 ${published} 条`,
    refused === 0 ? '没有被拒绝过' : `被拒绝过 ${refused} 条`,
    askedForMoney + notReal === 0 ? '没有人说过不好' : `${askedForMoney} 人说要钱，${notReal} 人说不是真的`,
  ];
}

/** Reasons to refuse a post or to ask for a correction; its owner reads a sentence about it. */
export const refusalReasons: { code: RefusalReason; name: string }[] = [
  { code: 'selling', name: worded('{selling}') },
  { code: 'contact-details', name: '联系方式、门牌号' },
  { code: 'unsafe-medicine', name: worded('{mayNotPass}') },
  { code: 'not-real', name: '不像真的' },
  { code: 'rude', name: '骂人、吓人' },
  { code: 'personal-data', name: '别人的隐私' },
  { code: 'duplicate', name: '重复发布' },
  { code: 'unclear', name: '看不明白' },
  { code: 'other', name: '其他' },
];
