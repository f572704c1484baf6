import type { CallOutput } from '../../../cloudfunctions/shared/contract/contract';
import { chinaDay } from '../../facts/china-time';
import { say } from '../../facts/words/say';

export type Closing = NonNullable<CallOutput<'search', 'campaign'>['closing']>;

/** What the screens say on top while the environment closes; empty while it is open. */
export function closingText(closing: Closing | null, nowMs: number): string {
  if (!closing) return '';
  if (nowMs >= closing.eraseAtMs) return say('{closedDanger}');
  const [, month, day] = chinaDay(closing.eraseAtMs).split('-').map(Number);
  const date = say`${month ?? 1}月${day ?? 1}日`;
  return say`这次互助已经结束，不能再发布和联系。${date}起，所有人的信息都会删除；想留一份，请到“我的数据”里复制。`;
}
