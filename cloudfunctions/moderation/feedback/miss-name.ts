import { foldName, withoutAmounts } from '@facts/catalogue/fold-name';
import { findByName } from '@facts/catalogue/find-by-name';
import { personalPassages } from '@facts/notes/personal-passages';
import type { Campaign } from '../../shared/contract/campaign';
import type { moderationCalls } from '../../shared/contract/moderation-calls';
import { countNamesMissedByFewer, namesMissedBy } from '../../shared/adapters/missing-name-store';
import { writeFor } from '../../shared/adapters/write-for';
import { requireAccount } from '../../shared/kernel/actor';
import { campaign } from '../../shared/kernel/campaign';
import { missedByIdOf, missingNameIdOf } from '../../shared/kernel/moderation-hashes';
import type { MemberUseCase, OpenUseCase } from '../../shared/kernel/procedure';
import { callerOf } from './caller';

const mostPeople = 200;

/** Counts each person once for a name, and stores the name when the person who makes it common types it. */
export const missName: OpenUseCase<typeof moderationCalls.missName> = async (
  { name: typed },
  { actor, nowMs, refuse },
) => {
  const caller = await actor();
  const { openid } = requireAccount(caller, refuse);
  const name = missedName(typed, campaign);
  if (name === null) return { isCounted: false };
  const { id: person, writer } = callerOf(caller, openid, nowMs);
  const id = missingNameIdOf(name);
  const by = missedByIdOf(name, person);
  await writeFor(writer, async ({ read, write }) => {
    const earlier = (await read('missingNames', id)) ?? {
      _id: id,
      name: null,
      people: [],
      count: 0,
      atMs: nowMs,
      revision: 0,
    };
    if (earlier.people.includes(by) || earlier.count >= mostPeople) return;
    const people = [...earlier.people, by];
    const isCommon = people.length >= campaign.limits.peopleToShowName;
    await write('missingNames', {
      ...earlier,
      name: isCommon ? name : null,
      people,
      count: people.length,
      atMs: nowMs,
    });
  });
  return { isCounted: true };
};

export const listMissingNames: MemberUseCase<typeof moderationCalls.missingNames> = async () => {
  const { peopleToShowName: fromPeople } = campaign.limits;
  const [missed, hidden] = await Promise.all([
    namesMissedBy(fromPeople, 50),
    countNamesMissedByFewer(fromPeople),
  ]);
  return {
    names: missed.flatMap(({ name, count: people }) => (name === null ? [] : [{ name, people }])),
    hidden,
    fromPeople,
  };
};

/** The name in the form that is counted; null for one that the search answers, and for text that is no name. */
export function missedName(typed: string, lists: Campaign): string | null {
  const name = foldName(withoutAmounts(typed));
  if ([...name].length < 2 || [...name].length > 20 || /\d{5}/.test(name)) return null;
  if (findByName(typed, lists)?.kind !== 'not-listed' || personalPassages(typed).length > 0) return null;
  return name;
}
