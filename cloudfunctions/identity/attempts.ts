import { chinaDay } from '@facts/china-time';
import { forgetAttemptsBefore } from '../shared/adapters/identity-store';
import { inOrder, type Ordered } from '../shared/adapters/ordered-writes';
import { campaign } from '../shared/kernel/campaign';
import { isRefusal, type Refuse } from '../shared/kernel/refuse';
import { attemptsIdOf } from './identity-hashes';

/** A try counts against the account, the phone and the person that it names. */
export interface Attempt {
  openid: string;
  phoneId: string;
  phoneBoundAtMs: number | null;
  personId: string;
}

/** The identity source itself answers at most this many checks of one number a day. */
const asksOfNumber = 10;
/** The last tries of a day are reserved for accounts older than a day, so that new accounts of strangers cannot use them up. */
const keptForSettled = 2;
/** While the source or the platform fails, this many tries of an account a day are free; further ones count. */
const mostSilent = 20;

/**
 * Counts a try before any request that costs money. Throws when the day's tries are used up.
 *
 * Once a number has been tried this often today, each account and phone still has a first try of it, and no second.
 * Otherwise a stranger who knows a number could use up its owner's day with wrong names. Strangers with several phones
 * can still use up the source's answers about a number on one day; its owner then has the manual route, which counts
 * for the account alone.
 */
export async function countAttempt(
  attempt: Attempt,
  nowMs: number,
  refuse: Refuse<'verification-limit' | 'verification-source-limit'>,
): Promise<void> {
  const most = campaign.limits.verificationAttemptsPerDay;
  const isSettled = attempt.phoneBoundAtMs !== null && chinaDay(attempt.phoneBoundAtMs) < chinaDay(nowMs);
  await inOrder(async (ordered) => {
    const { account, phone, person } = await countersOf(ordered, attempt, nowMs);
    const isFirst = account.count === 0 && phone.count === 0;
    if (account.count >= most || phone.count >= most || (person.count >= most && !isFirst))
      throw refuse('verification-limit');
    if (person.count >= asksOfNumber - (isSettled ? 0 : keptForSettled))
      throw refuse('verification-source-limit');
    for (const counter of [account, phone, person])
      await ordered.write('attempts', { ...counter, count: counter.count + 1 });
  });
}

/**
 * Runs `work` as a submitted document of the day. It counts for its account alone, because otherwise strangers could use up a
 * person's tries.
 */
export const asDocument = <T>(
  openid: string,
  nowMs: number,
  refuse: Refuse<'verification-limit'>,
  work: () => Promise<T>,
): Promise<T> =>
  counted(
    { what: 'account', id: openid, by: 1, most: campaign.limits.verificationAttemptsPerDay, nowMs },
    refuse,
    work,
  );

/** Counts a document of a phone within a transaction; answers how many there were on the day before this one. */
export async function countDocumentOfPhone(
  ordered: Pick<Ordered, 'read' | 'write'>,
  phoneId: string | null,
  nowMs: number,
): Promise<number> {
  if (phoneId === null) return 0;
  const counter = await counterOf(ordered, attemptsIdOf('documents', phoneId, chinaDay(nowMs)), nowMs);
  await ordered.write('attempts', { ...counter, count: counter.count + 1 });
  return counter.count;
}

/** Far more pictures than documents and posts of a day need. */
const mostPictures = 30;

/** Runs `work` that records `by` of the day's pictures. */
export const asPictures = <T>(
  openid: string,
  by: number,
  nowMs: number,
  refuse: Refuse<'verification-limit'>,
  work: () => Promise<T>,
): Promise<T> =>
  counted(
    { what: 'pictures', id: openid, by, most: mostPictures, nowMs },
    (code) => refuse(code, { message: '今天上传的照片太多了，请明天再传。' }),
    work,
  );

interface Count {
  what: 'account' | 'pictures';
  id: string;
  by: number;
  most: number;
  nowMs: number;
}

/** Counts, then works. A failure of the platform is not the caller's, so its count is given back, a few times a day. */
async function counted<T>(
  count: Count,
  refuse: Refuse<'verification-limit'>,
  work: () => Promise<T>,
): Promise<T> {
  const { what, id, by, most, nowMs } = count;
  const counterId = attemptsIdOf(what, id, chinaDay(nowMs));
  await inOrder(async (ordered) => {
    const counter = await counterOf(ordered, counterId, nowMs);
    if (counter.count + by > most) throw refuse('verification-limit');
    await ordered.write('attempts', { ...counter, count: counter.count + by });
  });
  try {
    return await work();
  } catch (error) {
    // The work's own failure says more than one of the count would.
    if (!isRefusal(error)) await giveCountBack(counterId, count).catch(() => undefined);
    throw error;
  }
}

const giveCountBack = (counterId: string, { by, nowMs }: Count): Promise<void> =>
  inOrder(async (ordered) => {
    const counter = await counterOf(ordered, counterId, nowMs);
    if (counter.silent >= mostSilent) return;
    const count = Math.max(0, counter.count - by);
    await ordered.write('attempts', { ...counter, count, silent: counter.silent + 1 });
  });

/**
 * Gives back a try that failed through no fault of the caller. `silent`: the source may have charged for it, so only some of
 * these a day are given back.
 */
export async function giveAttemptBack(
  attempt: Attempt,
  nowMs: number,
  { silent }: { silent: boolean },
): Promise<void> {
  await inOrder(async (ordered) => {
    const counters = await countersOf(ordered, attempt, nowMs);
    if (silent && counters.account.silent >= mostSilent) return;
    for (const counter of Object.values(counters))
      await ordered.write('attempts', {
        ...counter,
        count: Math.max(0, counter.count - 1),
        silent: counter.silent + (silent ? 1 : 0),
      });
  });
}

/** Counters of past days limit no one any more. */
export const forgetAttempts = (nowMs: number): Promise<number> => forgetAttemptsBefore(chinaDay(nowMs));

async function countersOf(ordered: Ordered, { openid, phoneId, personId }: Attempt, nowMs: number) {
  const day = chinaDay(nowMs);
  return {
    account: await counterOf(ordered, attemptsIdOf('account', openid, day), nowMs),
    phone: await counterOf(ordered, attemptsIdOf('phone', phoneId, day), nowMs),
    person: await counterOf(ordered, attemptsIdOf('person', personId, day), nowMs),
  };
}

const counterOf = async (ordered: Pick<Ordered, 'read'>, id: string, nowMs: number) =>
  (await ordered.read('attempts', id)) ?? { _id: id, count: 0, silent: 0, day: chinaDay(nowMs) };
