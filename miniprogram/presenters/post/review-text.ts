import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import { clockText } from '../time/clock-text';
import { say, translated } from '../../facts/words/say';

/** The message for the owner of a post that waits, is hidden, was refused or has less reach. */
export interface ReviewText {
  title: string;
  sentence: string;
  /** The time by which a volunteer decides; empty when none has to. */
  waitText: string;
  /** Words of the note that made it wait. */
  words: string[];
}

/** Null for a post with nothing against it. `nowMs` is the server's clock or this phone's. */
export function reviewText(post: Pick<OpenedPost, 'review'>, nowMs: number): ReviewText | null {
  const { review } = post;
  if (review === null) return null;
  const { sentence, expectedByMs, findings } = review;
  return {
    title: translated(titleOf(review)),
    sentence: translated(sentence),
    waitText: expectedByMs === null ? '' : waitText(expectedByMs, nowMs),
    words: findings.map(({ words }) => words),
  };
}

/** WeChat's check alone needs no volunteer. */
function titleOf({ state, why, isAppealed }: NonNullable<OpenedPost['review']>): string {
  if (state !== 'waiting') return titles[state];
  if (isAppealed) return '已申诉，等另一位志愿者看';
  return why.length === 1 && why[0] === 'platform-unchecked'
    ? '在等微信检查文字，别人还看不到'
    : titles.waiting;
}

const titles: Record<NonNullable<OpenedPost['review']>['state'], string> = {
  waiting: '在等志愿者看，别人还看不到',
  hidden: '被举报，先收起来了',
  'to-correct': '请改一改再发',
  refused: '没有通过',
  reduced: '已经发出去了，看到的人少一些',
};

const waitText = (expectedByMs: number, nowMs: number): string =>
  expectedByMs > nowMs ? say`大约${clockText(expectedByMs, nowMs)}前有结果` : say('比平时慢一些，马上有人看');
