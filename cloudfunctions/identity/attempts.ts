import { chinaDay } from '@facts/china-time';
import { forgetAttemptsBefore } from '../shared/adapters/identity-store';
import { inOrder, type Ordered } from '../shared/adapters/ordered-writes';
import { CallError } from '../shared/kernel/call-error';
import { campaign } from '../shared/kernel/campaign';
import { attemptsIdOf } from './identity-hashes';

/** Whose try it is: both the account that makes it and the person whom it names are counted. */
export interface Attempt {
  openid: string;
  personId: string;
}

/**
 * Counts a try before anything is asked that costs money. Throws when the account has used up the day's.
 *
 * A number that has been tried as often today, by whoever, is open to nobody's second try; but to everybody's first.
 * Else whoever knows a number could use up its owner's day with wrong names.
 */
export async function countAttempt(attempt: Attempt, nowMs: number): Promise<void> {
  const most = campaign.limits.verificationAttemptsPerDay;
  await inOrder(async (ordered) => {
    const { account, person } = await countersOf(ordered, attempt, nowMs);
    const isFirst = account.count === 0;
    if (account.count >= most || (person.count >= most && !isFirst))
      throw new CallError('verification-limit');
    for (const counter of [account, person])
      await ordered.write('attempts', { ...counter, count: counter.count + 1 });
  });
}

/** Gives a try back that certainly cost nothing and was not the caller's fault. */
export async function giveAttemptBack(attempt: Attempt, nowMs: number): Promise<void> {
  await inOrder(async (ordered) => {
    for (const counter of Object.values(await countersOf(ordered, attempt, nowMs)))
      await ordered.write('attempts', { ...counter, count: Math.max(0, counter.count - 1) });
  });
}

/** Counters of days that are over tell nothing any more. */
export const forgetAttempts = (nowMs: number): Promise<number> => forgetAttemptsBefore(chinaDay(nowMs));

async function countersOf(ordered: Ordered, { openid, personId }: Attempt, nowMs: number) {
  const day = chinaDay(nowMs);
  const counter = async (id: string) => (await ordered.read('attempts', id)) ?? { _id: id, count: 0, day };
  return {
    account: await counter(attemptsIdOf('account', openid, day)),
    person: await counter(attemptsIdOf('person', personId, day)),
  };
}
