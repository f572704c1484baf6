import type { GrantDocument } from '../shared/contract/documents';
import { letOut } from '../shared/domain/admission';
import { erased, openStates } from '../shared/domain/grant';
import { grantsOf, removeEndedGrants, type GrantsOf } from '../shared/adapters/erasure';
import { inOrder, type Ordered } from '../shared/adapters/ordered-writes';

/**
 * Erases every contact of somebody or something, however many. One whose number may still be bound is left as `ending`
 * with nothing but what the carrier must be told; the sweep of the contact function removes it then.
 */
export async function eraseGrants(whose: GrantsOf): Promise<void> {
  for await (const page of grantsOf(whose)) {
    const over = page.filter(({ state }) => state === 'ended');
    await removeEndedGrants(over.map(({ _id }) => _id));
    for (const { _id, state } of page)
      if (state !== 'ended') await inOrder((ordered) => eraseGrant(ordered, _id));
  }
}

async function eraseGrant(ordered: Ordered, id: string): Promise<void> {
  const grant = await ordered.read('grants', id);
  if (!grant) return;
  if (isOpen(grant)) return ordered.write('grants', erased(grant));
  const admission = await ordered.read('admissions', grant.postId);
  if (admission)
    await ordered.write('admissions', { ...letOut(admission, id), revision: admission.revision + 1 });
  await ordered.remove('grants', id);
}

const isOpen = ({ state }: GrantDocument): boolean => openStates.some((open) => open === state);
