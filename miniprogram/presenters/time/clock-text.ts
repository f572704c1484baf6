import { chinaClock, chinaDay } from '../../facts/china-time';
import { say } from '../../facts/words/say';

const minute = 60_000;
const hour = 60 * minute;

/** 今天 14:05, 明天 09:30, 12月3日 09:30; always in China's time. */
export function clockText(atMs: number, nowMs: number): string {
  const [day, time] = [chinaDay(atMs), chinaClock(atMs)];
  if (day === chinaDay(nowMs)) return say`今天 ${time}`;
  if (day === chinaDay(nowMs + 24 * hour)) return say`明天 ${time}`;
  return say`${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日 ${time}`;
}

/** 23 小时 59 分钟, 40 分钟, 不到 1 分钟. Rounded down; empty when nothing is left. */
export function durationText(leftMs: number): string {
  if (leftMs <= 0) return '';
  if (leftMs < minute) return say('不到 1 分钟');
  const hours = Math.floor(leftMs / hour);
  const minutes = Math.floor((leftMs % hour) / minute);
  if (hours === 0) return say`${minutes} 分钟`;
  return minutes === 0 ? say`${hours} 小时` : say`${hours} 小时 ${minutes} 分钟`;
}
