import type { CallOutput } from '../../cloudfunctions/shared/contract/contract';
import { call } from './cloud';
import { keepTemplates } from './messages';
import { isSinglePage } from './single-page';

/** The position of 我的 in the tab bar. */
const mineTab = 2;
const isNoMemberKey = 'news.no-member-until';
/** Tab pages show more often than the count changes. */
const pauseMs = 60_000;
/** Sooner after a call that failed: without an answer no tap can ask for messages. */
const pauseAfterFailureMs = 10_000;
/** How long nothing is asked for somebody who is no member: nothing waits for them. */
const noMemberPauseMs = 3_600_000;

let askedAtMs = -Infinity;

/** News that was not read, and requests to call back. */
export type Waiting = CallOutput<'news', 'waiting'>;

/** What this phone's user does makes them a member, or shows that they are one: the next tab page asks what waits. */
export function rememberMember(): void {
  wx.removeStorageSync(isNoMemberKey);
  askedAtMs = -Infinity;
}

/**
 * Shows at 我的 how much waits for the user, on every phone of theirs. Tab pages call it when they show. It asks at most once a
 * minute, and once an hour for somebody who is no member. Without an answer the badge stays as it was.
 */
export async function refreshWaitingBadge(): Promise<void> {
  if (isSinglePage()) return;
  const isNoMemberUntilMs: number | '' = wx.getStorageSync(isNoMemberKey);
  if (Date.now() - askedAtMs < pauseMs || Date.now() < Number(isNoMemberUntilMs)) return;
  await showWaitingNow();
}

/** Asks how much waits, and shows it; null without an answer. */
export async function showWaitingNow(): Promise<Waiting | null> {
  askedAtMs = Date.now();
  const waiting = await call('news', 'waiting', {}).catch(() => null);
  if (waiting === null) {
    askedAtMs = Date.now() - pauseMs + pauseAfterFailureMs;
    return null;
  }
  if (!waiting.isMember) wx.setStorageSync(isNoMemberKey, Date.now() + noMemberPauseMs);
  keepTemplates(waiting.templates);
  show(waiting.unread + waiting.callBacks);
  return waiting;
}

function show(count: number): void {
  // Another page may show by now, and only tab pages have a tab bar.
  const fail = () => undefined;
  if (count === 0) void wx.removeTabBarBadge({ index: mineTab, fail });
  else void wx.setTabBarBadge({ index: mineTab, text: String(Math.min(count, 99)), fail });
}
