import type { CampaignLimits } from '../contract/campaign';
import type { GrantDocument } from '../contract/documents';

type Limit = Pick<CampaignLimits, 'silentMinutes'>;

const minuteMs = 60_000;

/** Of the grants that fill a post, the one that has been silent longest; null while each is young, talks or has an outcome. */
export function longestSilent(
  grants: readonly GrantDocument[],
  { silentMinutes }: Limit,
  nowMs: number,
): GrantDocument | null {
  const silent = grants.flatMap((grant) => {
    const heardMs = lastHeardMs(grant);
    const isSilent = heardMs !== null && heardMs <= nowMs - silentMinutes * minuteMs;
    return isSilent ? [{ grant, heardMs }] : [];
  });
  silent.sort((one, other) => one.heardMs - other.heardMs);
  return silent[0]?.grant ?? null;
}

/** When a viewer last gave a sign of life; null where none is expected: without a number, or with an outcome. */
function lastHeardMs({ state, outcome, boundAtMs, said }: GrantDocument): number | null {
  if (state !== 'bound' || outcome !== null || boundAtMs === null) return null;
  return Math.max(boundAtMs, ...said.filter(({ side }) => side === 'viewer').map(({ atMs }) => atMs));
}
