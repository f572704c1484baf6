import { loadInterest } from './contacts';

/** The position of 我的 in the tab bar. */
const mineTab = 2;
const hasPostedKey = 'posts.published-here';
/** Tab pages show more often than the count changes. */
const pauseMs = 60_000;

let askedAtMs = -Infinity;

/** Remembers that this phone published a post: only its owner can have callers that wait. */
export function rememberPosting(): void {
  wx.setStorageSync(hasPostedKey, true);
}

/**
 * Shows at 我的 how many people wait for a call back. Tab pages call it when they show. It asks at most once a minute, and
 * not at all on a phone that published nothing. Without an answer the badge stays as it was.
 */
export async function refreshWaitingBadge(): Promise<void> {
  const isPoster: boolean | '' = wx.getStorageSync(hasPostedKey);
  if (!isPoster || Date.now() - askedAtMs < pauseMs) return;
  askedAtMs = Date.now();
  const interest = await loadInterest().catch(() => null);
  if (interest !== null) showWaiting(interest.posts.reduce((sum, { waiting }) => sum + waiting, 0));
}

/** Shows a count without asking for it. */
export function showWaiting(count: number): void {
  // Another page may show by now, and only tab pages have a tab bar.
  const fail = () => undefined;
  if (count === 0) void wx.removeTabBarBadge({ index: mineTab, fail });
  else void wx.setTabBarBadge({ index: mineTab, text: String(Math.min(count, 99)), fail });
}
