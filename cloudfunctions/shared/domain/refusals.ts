import type { CampaignLimits } from '../contract/campaign';
import type { GrantDocument, PersonDocument } from '../contract/documents';
import { ended, ending } from './grant';

type Limit = Pick<CampaignLimits, 'personalDataDays'>;
type Refusing = Pick<PersonDocument, 'refusals'>;

const dayMs = 86_400_000;
/** More than a poster meets in the time for which a refusal holds. */
const mostRefusals = 500;

/** Whether a poster has turned this viewer away. */
export const isRefused = ({ refusals }: Refusing, pairId: string, limits: Limit, nowMs: number): boolean =>
  recent(refusals, limits, nowMs).some((each) => each.pairId === pairId);

/** The poster, who turns a viewer away: for as long as personal data are kept, on every post and whatever either of them erases. */
export function withRefusal<P extends Refusing>(poster: P, pairId: string, limits: Limit, nowMs: number): P {
  const others = recent(poster.refusals, limits, nowMs).filter((each) => each.pairId !== pairId);
  return { ...poster, refusals: [...others, { pairId, atMs: nowMs }].slice(-mostRefusals) };
}

/**
 * A grant that its poster ends; null where nothing is left to end. A run that is at the carrier for it finds the reason and ends it; one
 * without a number is over at once.
 */
export function refusedGrant(grant: GrantDocument, nowMs: number): GrantDocument | null {
  switch (grant.state) {
    case 'asked':
      return { ...ended(grant, nowMs), endReason: 'refused' };
    case 'intended':
      return { ...grant, endReason: grant.endReason ?? 'refused' };
    case 'bound':
      return { ...grant, ...ending(grant.endReason ?? 'refused', nowMs) };
    default:
      return null;
  }
}

const recent = (
  refusals: PersonDocument['refusals'],
  { personalDataDays }: Limit,
  nowMs: number,
): PersonDocument['refusals'] => refusals.filter(({ atMs }) => atMs > nowMs - personalDataDays * dayMs);
