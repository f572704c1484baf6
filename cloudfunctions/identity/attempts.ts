import { chinaDay } from '@facts/china-time';
import { forgetAttemptsBefore } from '../shared/adapters/identity-store';
import { inOrder, type Ordered } from '../shared/adapters/ordered-writes';
import { campaign } from '../shared/kernel/campaign';
import type { Refuse } from '../shared/kernel/refuse';
import { attemptsIdOf } from './identity-hashes';

/** A try counts against both the account that makes it and the person whom it names. */
export interface Attempt {
  openid: string;
  personId: string;
}

/**
 * Counts a try before anything is asked that costs money. Throws when the account has used up the day's.
 *
 * Once a number has been tried as often today, each account still has a first try of it, and no second. Otherwise a
 * stranger who knows a number could use up its owner's day with wrong names.
 */
export async function countAttempt(
  attempt: Attempt,
  nowMs: number,
  refuse: Refuse<'verification-limit'>,
): Promise<void> {
  const most = campaign.limits.verificationAttemptsPerDay;
  await inOrder(async (ordered) => {
    const { account, person } = await countersOf(ordered, attempt, nowMs);
    const isFirst = account.count === 0;
    if (account.count >= most || (person.count >= most && !isFirst)) throw refuse('verification-limit');
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

/** Counters of past days limit no one any more. */
export const forgetAttempts = (nowMs: number): Promise<number> => forgetAttemptsBefore(chinaDay(nowMs));

async function countersOf(ordered: Ordered, { openid, personId }: Attempt, nowMs: number) {
  const day = chinaDay(nowMs);
  const counter = async (id: string) => (await ordered.read('attempts', id)) ?? { _id: id, count: 0, day };
  return {
    account: await counter(attemptsIdOf('account', openid, day)),
    person: await counter(attemptsIdOf('person', personId, day)),
  };
}
