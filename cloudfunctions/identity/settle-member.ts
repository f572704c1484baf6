import type { WritingFor } from '../shared/adapters/write-for';
import type { Refuse } from '../shared/kernel/refuse';

/**
 * Makes the account for which is written that of the person for whom is written. Refused for an account that is another
 * person's already.
 */
export async function settleMember(
  { write, account, person }: WritingFor,
  maskedName: string,
  { nowMs, refuse }: { nowMs: number; refuse: Refuse<'already-verified'> },
): Promise<void> {
  if (!person) throw new Error('an account is settled for a person');
  if (account.personId !== null && account.personId !== person._id) throw refuse('already-verified');
  await write('members', {
    ...account,
    personId: person._id,
    personEpoch: person.epoch,
    maskedName,
    verifiedAtMs: account.verifiedAtMs ?? nowMs,
    consentedAtMs: account.consentedAtMs ?? nowMs,
  });
  await write('persons', { ...person, erasedAtMs: null });
}
