const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How long ago: 3 分钟前. `nowMs` is the server's clock. */
export function agoText(atMs: number, nowMs: number): string {
  const passed = Math.max(0, nowMs - atMs);
  // A list says the hour in which it was published, and no minute.
  if (passed < hour && atMs % hour === 0) return '1 小时内';
  if (passed < minute) return '刚刚';
  if (passed < hour) return `${Math.floor(passed / minute)} 分钟前`;
  if (passed < day) return `${Math.floor(passed / hour)} 小时前`;
  return `${Math.floor(passed / day)} 天前`;
}

/** How long a post still lives: 还剩 5 小时. Rounded down: never promises time that is not there. */
export function remainingText(expiresAtMs: number, nowMs: number): string {
  const left = expiresAtMs - nowMs;
  if (left <= 0) return '已到期';
  if (left < minute) return '不到 1 分钟';
  if (left < hour) return `还剩 ${Math.floor(left / minute)} 分钟`;
  if (left < 2 * day) return `还剩 ${Math.floor(left / hour)} 小时`;
  const hours = Math.floor((left % day) / hour);
  return `还剩 ${Math.floor(left / day)} 天${hours > 0 ? ` ${hours} 小时` : ''}`;
}
