import { inOrder, readDocument } from '../shared/adapters/ordered-writes';
import { deletePictures } from '../shared/adapters/pictures';
import { checkIdOf } from './identity-hashes';

/** Erases an account: phone, verification, and the document that waits with its pictures. */
export async function eraseAccount(openid: string): Promise<void> {
  const checkId = checkIdOf(openid);
  await deletePictures((await readDocument('documentChecks', checkId))?.photoFileIds ?? []);
  await inOrder(async (ordered) => {
    if (await ordered.read('documentChecks', checkId)) await ordered.remove('documentChecks', checkId);
    if (await ordered.read('members', openid)) await ordered.remove('members', openid);
  });
}
