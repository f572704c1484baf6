import { setTimeout as sleep } from 'node:timers/promises';
import { chinaDay } from '@facts/china-time';
import { pauseMs } from '../shared/domain/total-checks';
import { addSpending } from '../shared/adapters/spending';
import { campaign } from '../shared/kernel/campaign';
import { keyedId } from '../shared/kernel/keyed-hash';
import { logCall } from '../shared/kernel/log';

/** An instance reports so many checks together, because one document that every check writes would be in the way of all. */
const reportedTogether = 10;
const dayMs = 86_400_000;

const today = { day: '', known: 0, since: 0 };

/** The document of a day's total. */
export const totalIdOf = (day: string): string => keyedId('spending', 'identity-checks', day);

/**
 * Counts a check of a name for the whole environment. More than the campaign expects in a day raise an alarm and make each
 * further one wait; none is refused.
 */
export async function countForEnvironment(requestId: string, nowMs: number): Promise<void> {
  const day = chinaDay(nowMs);
  if (today.day !== day) Object.assign(today, { day, known: 0, since: 0 });
  today.since += 1;
  if (today.known === 0 || today.since >= reportedTogether) {
    const checks = today.since;
    today.since = 0;
    today.known = await addSpending(totalIdOf(day), checks, nowMs + dayMs);
  }
  const expected = campaign.limits.identityChecksPerDay;
  const total = today.known + today.since;
  const ms = pauseMs(total, expected);
  if (ms === 0) return;
  logCall.total(requestId, 'IdCardVerification', total, expected);
  await sleep(ms);
}
