import type { Self } from '../shared/contract/identity-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { letOut } from '../shared/domain/admission';
import { erased, openStates } from '../shared/domain/grant';
import { accountsOf } from '../shared/adapters/member-store';
import { grantsTouching, removePostsOf } from '../shared/adapters/erasure';
import { inOrder, readDocument, type Ordered } from '../shared/adapters/ordered-writes';
import { deletePictures } from '../shared/adapters/pictures';
import { requireAccount } from '../shared/kernel/actor';
import type { Invocation } from '../shared/kernel/procedure';
import { checkIdOf } from './identity-hashes';
import { readAccount } from './read-self';

/**
 * Erases what is stored about the caller, accounts last: whoever is interrupted is still known, and can ask again. The
 * sweep of the contact function ends at the carrier what is left as `ending`, and removes it then.
 */
export async function eraseMyData(_input: unknown, { actor, nowMs }: Invocation): Promise<Self> {
  const openid = requireAccount(await actor());
  const personId = (await readDocument('members', openid))?.personId ?? null;
  if (personId === null) {
    await eraseAccount(openid);
    return readAccount(openid, nowMs);
  }
  const accounts = new Set([...(await accountsOf(personId)).map((account) => account._id), openid]);
  await removePostsOf(personId);
  for (const grant of await grantsTouching(personId))
    await inOrder((ordered) => eraseGrant(ordered, grant._id));
  await inOrder(async (ordered) => {
    const person = await ordered.read('persons', personId);
    // Quota and block stay with the hash: else erasing would be the way around both.
    if (person)
      await ordered.write('persons', { ...person, spots: [], revision: person.revision + 1 });
  });
  for (const account of accounts) await eraseAccount(account);
  return readAccount(openid, nowMs);
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

async function eraseAccount(openid: string): Promise<void> {
  const checkId = checkIdOf(openid);
  await deletePictures((await readDocument('documentChecks', checkId))?.photoFileIds ?? []);
  await inOrder(async (ordered) => {
    if (await ordered.read('documentChecks', checkId)) await ordered.remove('documentChecks', checkId);
    if (await ordered.read('members', openid)) await ordered.remove('members', openid);
  });
}
