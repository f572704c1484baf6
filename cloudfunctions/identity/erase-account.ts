import { newMember } from '../shared/domain/account';
import { accountBeingErased, accountErased, personBeingErased, personErased } from '../shared/domain/erasure';
import { newPerson } from '../shared/domain/person';
import { removeByKey } from '../shared/adapters/kept-store';
import { inOrder, type Ordered } from '../shared/adapters/ordered-writes';
import { releasePicturesOf, tryToDeleteDuePictures } from '../shared/adapters/pictures';
import { releasePhone } from './claim-phone';
import { dropCheck } from './drop-check';
import { checkIdOf } from './identity-hashes';

/**
 * Begins to erase an account and the person behind it. From this transaction on no call can write for either of them
 * (adapters/write-for.ts). `alone` spares the person, who has other accounts.
 * @returns the person, if the account has one; undefined when `isDue` says no
 */
export async function beginErasing(
  openid: string,
  nowMs: number,
  { alone = false, isDue = () => Promise.resolve(true) }: ErasingOptions = {},
): Promise<string | null | undefined> {
  const checkId = checkIdOf(openid);
  return inOrder(async (ordered) => {
    if (!(await isDue(ordered))) return undefined;
    const account = (await ordered.read('members', openid)) ?? newMember(openid);
    const { personId } = account;
    await dropCheck(ordered, checkId, nowMs);
    await ordered.write('members', accountBeingErased(account, nowMs));
    if (personId !== null) {
      if (account.phoneId !== null) await releasePhone(ordered, account.phoneId, personId);
      const person = (await ordered.read('persons', personId)) ?? newPerson(personId);
      await ordered.write('persons', alone ? person : personBeingErased(person, nowMs));
    }
    return personId;
  });
}

export interface ErasingOptions {
  alone?: boolean;
  /** The transaction asks this, so the answer holds when the erasure begins. */
  isDue?(ordered: Ordered): Promise<boolean>;
}

/**
 * Ends the erasure of these accounts and their person in one transaction. Until it commits, their calls are refused; afterwards
 * they begin as new accounts. The timer `forget` removes the tombstones later.
 */
export async function finishErasing(openids: readonly string[], personId: string | null): Promise<void> {
  // No more pictures come for these accounts. The timer deletes those that the storage cannot delete now.
  for (const openid of openids) await releasePicturesOf(openid, Date.now());
  await tryToDeleteDuePictures(Date.now());
  await removeByKey('account', openids);
  await inOrder(async (ordered) => {
    const endedMs = Date.now();
    for (const openid of openids) {
      const account = await ordered.read('members', openid);
      if (account?.isErasing) await ordered.write('members', accountErased(account, endedMs));
    }
    const person = personId === null ? null : await ordered.read('persons', personId);
    if (person?.isErasing) await ordered.write('persons', personErased(person, endedMs));
  });
}
