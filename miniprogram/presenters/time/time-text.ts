import { clockText } from './clock-text';
import { say } from '../../facts/words/say';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago: 3 分钟前. `nowMs` is the server's clock. */
export function agoText(atMs: number, nowMs: number): string {
  const passed = Math.max(0, nowMs - atMs);
  // A list gives the hour of publishing, and no minute.
  if (passed < hour && atMs % hour === 0) return say('1 小时内');
  if (passed < minute) return say('刚刚');
  if (passed < hour) return say`${Math.floor(passed / minute)} 分钟前`;
  if (passed < day) return say`${Math.floor(passed / hour)} 小时前`;
  return say`${Math.floor(passed / day)} 天前`;
}

/** How long a post still lives: 还剩 29 分钟, rounded down, or the moment of its end: 到明天 13:20. */
export function remainingText(expiresAtMs: number, nowMs: number): string {
  const left = expiresAtMs - nowMs;
  if (left <= 0) return say('已到期');
  if (left < minute) return say('不到 1 分钟');
  if (left < hour) return say`还剩 ${Math.floor(left / minute)} 分钟`;
  return say`到${clockText(expiresAtMs, nowMs)}`;
}
