import type { contactCalls } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { letOut } from '../shared/domain/admission';
import { refusedGrant, withRefusal } from '../shared/domain/refusals';
import { unendedIdsBetween } from '../shared/adapters/grant-store';
import { readDocument } from '../shared/adapters/ordered-writes';
import { writeFor, type WritingFor } from '../shared/adapters/write-for';
import { authorOf } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import { pairIdOf } from '../shared/kernel/moderation-hashes';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import { finishEnding } from './binding/end-grant';
import { callerView } from './contact-view';

/**
 * The poster turns a viewer away. One transaction notes that and ends every contact between the two, so a request made in the same
 * instant either is among them or finds the refusal. The numbers go back afterwards; where that is cut short the sweep does it.
 */
export const endViewer: OwnerUseCase<typeof contactCalls.endViewer, GrantDocument> = async (
  { id },
  { posterId, viewerId },
  poster,
  { nowMs, refuse },
) => {
  // A request that was recorded between the first look and the transaction is found by the second.
  for (let look = 0; look < 2; look += 1) {
    const ids = [...new Set([id, ...(await unendedIdsBetween(posterId, viewerId))])];
    const unbinding = await writeFor(authorOf(poster, nowMs), async (ordered) => {
      if (ordered.person) {
        const pairId = pairIdOf(posterId, viewerId);
        await ordered.write('persons', withRefusal(ordered.person, pairId, campaign.limits, nowMs));
      }
      return endEach(ordered, ids, nowMs);
    });
    for (const grant of unbinding) await finishEnding(grant, nowMs);
  }
  const grant = await readDocument('grants', id);
  if (!grant) throw refuse('not-found');
  return { caller: callerView(grant, nowMs), nowMs };
};

/** Ends these contacts, and answers those whose numbers have to be unbound. */
async function endEach(
  { read, write }: Pick<WritingFor, 'read' | 'write'>,
  ids: readonly string[],
  nowMs: number,
): Promise<GrantDocument[]> {
  const unbinding: GrantDocument[] = [];
  for (const id of ids) {
    const seen = await read('grants', id);
    const grant = seen && refusedGrant(seen, nowMs);
    if (!grant) continue;
    await write('grants', grant);
    if (grant.state === 'ending') unbinding.push(grant);
    const admission = grant.state === 'ended' ? await read('admissions', grant.postId) : null;
    if (admission) await write('admissions', letOut(admission, id));
  }
  return unbinding;
}
