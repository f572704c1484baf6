import type { contactCalls } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { letOut } from '../shared/domain/admission';
import { ended } from '../shared/domain/grant';
import { readDocument } from '../shared/adapters/ordered-writes';
import { writeFor } from '../shared/adapters/write-for';
import { authorOf, type Member } from '../shared/kernel/actor';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import type { Refuse } from '../shared/kernel/refuse';
import { endGrant } from './binding/end-grant';
import { contactAnswer } from './contact-answer';

/** Ends the viewer's contact: the number goes back, or the call-back request is withdrawn and may be made again. */
export const finishContact: OwnerUseCase<typeof contactCalls.done, GrantDocument> = async (
  { id },
  found,
  viewer,
  { nowMs, refuse },
) => {
  if (found.state === 'intended') throw refuse('contact-pending');
  if (found.state === 'asked') {
    await withdrawRequest(id, viewer, { nowMs, refuse });
    return contactAnswer(ended(found, nowMs), nowMs);
  }
  if (found.state === 'bound') await endGrant(found, 'done', nowMs);
  const grant = await readDocument('grants', id);
  if (!grant) throw refuse('not-found');
  return contactAnswer(grant, nowMs);
};

async function withdrawRequest(
  id: string,
  viewer: Member,
  { nowMs, refuse }: { nowMs: number; refuse: Refuse<'contact-pending'> },
): Promise<void> {
  await writeFor(authorOf(viewer, nowMs), async (ordered) => {
    const grant = await ordered.read('grants', id);
    if (grant?.state !== 'asked') throw refuse('contact-pending');
    const admission = await ordered.read('admissions', grant.postId);
    if (admission) await ordered.write('admissions', letOut(admission, id));
    await ordered.remove('grants', id);
  });
}
