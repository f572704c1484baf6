import type { contactCalls } from '../shared/contract/contact-calls';
import { isCallable } from '../shared/domain/grant';
import { isPosterAsked } from '../shared/domain/hand-over';
import { unreadOf } from '../shared/domain/talk';
import { grantsToPoster, unendedAmong } from '../shared/adapters/grant-store';
import { requireAccount } from '../shared/kernel/actor';
import type { OpenUseCase, Output } from '../shared/kernel/procedure';

type Interest = Output<typeof contactCalls.interest>['posts'][number];

/** How many viewers each open post of the caller has. */
export const countInterest: OpenUseCase<typeof contactCalls.interest> = async (
  _input,
  { actor, nowMs, refuse },
) => {
  const poster = await actor();
  requireAccount(poster, refuse);
  if (poster.kind === 'guest') return { posts: [], nowMs };
  const grants = await grantsToPoster(poster.personId);
  const published = await unendedAmong(
    grants.map(({ postId }) => postId),
    nowMs,
  );
  const counts = new Map<string, Interest>();
  for (const grant of grants) {
    const { postId, state } = grant;
    const received = isPosterAsked(grant) ? 1 : 0;
    const open = received === 0 && isCallable(grant, nowMs) ? 1 : 0;
    const waiting = state === 'asked' ? 1 : 0;
    const unread = unreadOf(grant, 'poster') > 0 ? 1 : 0;
    if (!published.has(postId) || open + waiting + unread + received === 0) continue;
    const known = counts.get(postId) ?? { postId, open: 0, waiting: 0, unread: 0, received: 0 };
    counts.set(postId, {
      postId,
      open: known.open + open,
      waiting: known.waiting + waiting,
      unread: known.unread + unread,
      received: known.received + received,
    });
  }
  return { posts: [...counts.values()], nowMs };
};
