import type { WritingFor } from '../shared/adapters/write-for';
import type { Refuse } from '../shared/kernel/refuse';
import { claimPhone } from './claim-phone';

/**
 * Attaches the writing account to the person. Refuses an account that belongs to another person already, and a phone that belongs
 * to several other persons.
 */
export async function settleMember(
  writing: WritingFor,
  { maskedName, phoneId }: { maskedName: string; phoneId: string | null },
  { nowMs, refuse }: { nowMs: number; refuse: Refuse<'already-verified' | 'blocked' | 'phone-of-others'> },
): Promise<void> {
  const { write, account, person } = writing;
  if (!person) throw new Error('an account is settled for a person');
  // Neither a new account nor a document leads around a block.
  if (person.blockedAtMs !== null) throw refuse('blocked');
  if (account.personId !== null && account.personId !== person._id) throw refuse('already-verified');
  if (phoneId !== null) await claimPhone(writing, phoneId, person._id, refuse);
  await write('members', {
    ...account,
    personId: person._id,
    personEpoch: person.epoch,
    maskedName,
    phoneId,
    verifiedAtMs: account.verifiedAtMs ?? nowMs,
    consentedAtMs: account.consentedAtMs ?? nowMs,
  });
  await write('persons', { ...person, erasedAtMs: null, joinUntilMs: null });
}
