import { removePosts, somePostsOf } from '../shared/adapters/erasure';
import { checksNaming } from '../shared/adapters/identity-store';
import { accountsOf } from '../shared/adapters/member-store';
import { removeByKey } from '../shared/adapters/kept-store';
import { inOrder } from '../shared/adapters/ordered-writes';
import { dropCheck } from './drop-check';
import { beginErasing, finishErasing } from './erase-account';
import { eraseGrants } from './erase-grants';

/** How many accounts are finished in one transaction. */
const accountsAtOnce = 20;

/**
 * Removes everything of a person whose erasure has begun. It may be cut short anywhere and repeated: the person stays
 * marked until all is gone, and the timer `forget` continues.
 */
export async function erasePerson(personId: string, nowMs: number): Promise<void> {
  for (let posts = await somePostsOf(personId); posts.length > 0; posts = await somePostsOf(personId))
    await removePosts(posts);
  await eraseGrants({ personId });
  await removeByKey('person', [personId]);
  for (const checkId of await checksNaming(personId))
    await inOrder((ordered) => dropCheck(ordered, checkId, nowMs));
  for (;;) {
    const accounts = await accountsOf(personId);
    for (const { _id, isErasing } of accounts)
      if (!isErasing) await beginErasing(_id, nowMs, { alone: true });
    const openids = accounts.map(({ _id }) => _id);
    if (openids.length <= accountsAtOnce) return finishErasing(openids, personId);
    await finishErasing(openids.slice(accountsAtOnce), null);
  }
}
