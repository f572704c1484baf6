import { letOut } from '../shared/domain/admission';
import { erased, isOpen } from '../shared/domain/grant';
import { grantsOf, removeEndedGrants, type GrantsOf } from '../shared/adapters/erasure';
import { removeNews } from '../shared/adapters/news-store';
import { inOrder, type Ordered } from '../shared/adapters/ordered-writes';

/**
 * Erases every contact of a person or a post, however many. A contact whose number may still be bound is left as
 * `ending`, with only what is needed to give the number back; the contact function's sweep does that and removes the
 * contact.
 * @returns how many there were
 */
export async function eraseGrants(whose: GrantsOf): Promise<number> {
  let erasedCount = 0;
  for await (const page of grantsOf(whose)) {
    const over = page.filter(({ state }) => state === 'ended');
    await removeEndedGrants(over.map(({ _id }) => _id));
    for (const { _id, state } of page)
      if (state !== 'ended') await inOrder((ordered) => eraseGrant(ordered, _id));
    // News names the other side, so it goes too. From here on the contacts are gone or marked as erased, and cause no
    // more news.
    await removeNews(
      'grantId',
      page.map(({ _id }) => _id),
    );
    erasedCount += page.length;
  }
  return erasedCount;
}

async function eraseGrant(ordered: Ordered, id: string): Promise<void> {
  const grant = await ordered.read('grants', id);
  if (!grant) return;
  if (isOpen(grant)) return ordered.write('grants', erased(grant));
  const admission = await ordered.read('admissions', grant.postId);
  if (admission) await ordered.write('admissions', letOut(admission, id));
  await ordered.remove('grants', id);
}
