import type { CampaignLimits } from '../contract/campaign';
import type { GrantDocument, MemberDocument, PostDocument } from '../contract/documents';

const dayMs = 24 * 3_600_000;

type Limit = Pick<CampaignLimits, 'personalDataDays'>;

/** The last stored signs of an account's use, and of the person's behind it. */
export interface LastSigns {
  account: Pick<MemberDocument, 'role' | 'verifiedAtMs' | 'consentedAtMs' | 'phoneBoundAtMs'>;
  post: Pick<PostDocument, 'closedAtMs' | 'expiresAtMs'> | null;
  grant: Pick<GrantDocument, 'askedAtMs'> | null;
}

/** Personal data is erased from before this moment. */
export const erasedBeforeMs = (nowMs: number, { personalDataDays }: Limit): number =>
  nowMs - personalDataDays * dayMs;

/**
 * Whether an account is idle: nothing of the person is left on a board or in a list of contacts, and for so many days
 * no phone was bound and nothing verified. Otherwise when to look again: once it can be idle, and in a day at the
 * earliest. Appointed members are never idle.
 */
export function idleOrUntilMs(
  { account, post, grant }: LastSigns,
  limits: Limit,
  nowMs: number,
): 'idle' | number {
  const keptMs = limits.personalDataDays * dayMs;
  const signs = [
    account.verifiedAtMs ?? 0,
    account.consentedAtMs ?? 0,
    account.phoneBoundAtMs ?? 0,
    post ? (post.closedAtMs ?? post.expiresAtMs) : 0,
    grant?.askedAtMs ?? 0,
  ];
  const untilMs = Math.max(...signs) + keptMs;
  if (untilMs <= nowMs && !post && !grant && account.role === 'member') return 'idle';
  return Math.max(untilMs, nowMs + dayMs);
}
