import type { GrantDocument } from '../../shared/contract/documents';
import { letOut } from '../../shared/domain/admission';
import { ended, ending, releaseMarginMs, type EndReason } from '../../shared/domain/grant';
import { changeGrant } from '../../shared/adapters/grant-store';
import { inOrder } from '../../shared/adapters/ordered-writes';
import { carrier } from './carrier';

/**
 * Ends a bound grant: recorded, unbound at the carrier, committed. A run that is cut short, or gets no answer from the
 * carrier, leaves it `ending`, and the sweep goes on from there.
 * @returns whether it is ended now
 */
export async function endGrant(grant: GrantDocument, reason: EndReason, nowMs: number): Promise<boolean> {
  if (!(await changeGrant(grant, ending(reason, nowMs)))) return false;
  return finishEnding(grant, nowMs);
}

/** Unbinds the number of a grant in `ending`, unless its time at the carrier is over, and commits that. */
export async function finishEnding(grant: GrantDocument, nowMs: number): Promise<boolean> {
  if (grant.binding && !isReleased(grant, nowMs) && (await carrier().unbind(grant.binding)) === 'unknown')
    return false;
  await inOrder(async (ordered) => {
    const now = await ordered.read('grants', grant._id);
    if (now?.state !== 'ending') return;
    const admission = await ordered.read('admissions', now.postId);
    if (admission?.grants.includes(now._id)) await ordered.write('admissions', letOut(admission, now._id));
    if (now.endReason === 'erased') await ordered.remove('grants', now._id);
    else await ordered.write('grants', ended(now, nowMs));
  });
  return true;
}

/** The carrier itself ends a binding at the time that it was bound for. */
const isReleased = ({ expiresAtMs }: GrantDocument, nowMs: number): boolean =>
  expiresAtMs !== null && expiresAtMs + releaseMarginMs <= nowMs;
