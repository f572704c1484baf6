import type { Ordered } from '../shared/adapters/ordered-writes';
import type { Refuse } from '../shared/kernel/refuse';

/** A family may share a phone, but one phone must not verify many identities for sale. */
const mostPersons = 3;

/** Records that a phone belongs to this person too. Refuses a phone that already belongs to several others. */
export async function claimPhone(
  { read, write }: Ordered,
  phoneId: string,
  personId: string,
  refuse: Refuse<'phone-of-others'>,
): Promise<void> {
  const phone = (await read('phones', phoneId)) ?? { _id: phoneId, persons: [], revision: 0 };
  if (phone.persons.includes(personId)) return;
  if (phone.persons.length >= mostPersons) throw refuse('phone-of-others');
  await write('phones', { ...phone, persons: [...phone.persons, personId] });
}

export async function releasePhone(
  { read, write, remove }: Ordered,
  phoneId: string,
  personId: string,
): Promise<void> {
  const phone = await read('phones', phoneId);
  if (!phone?.persons.includes(personId)) return;
  const persons = phone.persons.filter((each) => each !== personId);
  if (persons.length === 0) await remove('phones', phoneId);
  else await write('phones', { ...phone, persons });
}
