import type { Quota } from '../shared/contract/quota';
import { chinaClock, chinaDay } from '@facts/china-time';

/** An example: 一天 5 次联系用完了，下一次明天 14:05 恢复；告诉我们联系的结果，可以马上得回一次。 */
export function quotaUsedSentence({ limit, nextBackAtMs }: Quota, nowMs: number): string {
  const used = `一天 ${limit} 次联系用完了`;
  if (nextBackAtMs === null) return `${used}。`;
  const day = chinaDay(nextBackAtMs) === chinaDay(nowMs) ? '今天' : '明天';
  return `${used}，下一次${day} ${chinaClock(nextBackAtMs)} 恢复；告诉我们联系的结果，可以马上得回一次。`;
}
