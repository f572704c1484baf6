import type { identityCalls } from '../shared/contract/identity-calls';
import { removePosts, somePostsOf } from '../shared/adapters/erasure';
import { accountsOf } from '../shared/adapters/member-store';
import { inOrder, readDocument } from '../shared/adapters/ordered-writes';
import { requireAccount } from '../shared/kernel/actor';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { eraseAccount } from './erase-account';
import { eraseGrants } from './erase-grants';
import { readAccount } from './read-self';

/**
 * Erases what is stored about the caller, however much. The caller's own account goes last: if the run is cut short,
 * the caller is still known and can ask again.
 */
export const eraseMyData: OpenUseCase<typeof identityCalls.eraseMyData> = async (
  _input,
  { actor, nowMs, refuse },
) => {
  const openid = requireAccount(await actor(), refuse);
  const personId = (await readDocument('members', openid))?.personId ?? null;
  if (personId !== null) await erasePerson(personId, openid);
  await eraseAccount(openid);
  return readAccount(openid, nowMs);
};

async function erasePerson(personId: string, openid: string): Promise<void> {
  for (let posts = await somePostsOf(personId); posts.length > 0; posts = await somePostsOf(personId))
    await removePosts(posts);
  await eraseGrants({ personId });
  await inOrder(async (ordered) => {
    const person = await ordered.read('persons', personId);
    // Quota and block stay with the hash: else erasing would be the way around both.
    if (person) await ordered.write('persons', { ...person, openPosts: null });
  });
  for (;;) {
    const others = (await accountsOf(personId)).filter(({ _id }) => _id !== openid);
    if (others.length === 0) return;
    for (const { _id } of others) await eraseAccount(_id);
  }
}
