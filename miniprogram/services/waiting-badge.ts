import { loadInterest } from './contacts';

/** Place of 我的 in the tab bar. */
const mineTab = 2;
const hasPostedKey = 'posts.published-here';
/** Tab pages come and go faster than people call. */
const pauseMs = 60_000;

let askedAtMs = -Infinity;

/** Notes that somebody may want to be called back: who only reads is never asked about. */
export function rememberPosting(): void {
  wx.setStorageSync(hasPostedKey, true);
}

/**
 * Shows at 我的 how many wait to be called back. For tab pages when they show; at most once a minute, and nothing at all
 * on a phone that nothing was published from. Without an answer the badge stays as it was.
 */
export async function refreshWaitingBadge(): Promise<void> {
  const isPoster: boolean | '' = wx.getStorageSync(hasPostedKey);
  if (!isPoster || Date.now() - askedAtMs < pauseMs) return;
  askedAtMs = Date.now();
  const interest = await loadInterest().catch(() => null);
  if (interest !== null) showWaiting(interest.posts.reduce((sum, { waiting }) => sum + waiting, 0));
}

/** Shows a count that is known already. */
export function showWaiting(count: number): void {
  // The page may have changed meanwhile, and only tab pages have a tab bar.
  const fail = () => undefined;
  if (count === 0) void wx.removeTabBarBadge({ index: mineTab, fail });
  else void wx.setTabBarBadge({ index: mineTab, text: String(Math.min(count, 99)), fail });
}
