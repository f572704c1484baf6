import { chinaClock } from '@facts/china-time';
import { budgetOf } from '../contract/budgets';
import type { FunctionName } from '../contract/contract';
import { CallError } from './call-error';
import { campaign } from './campaign';
import { keyedId } from './keyed-hash';

/** Adds calls to a caller's count, and answers the sum over all instances. */
export type AddSpending = (id: string, calls: number, untilMs: number) => Promise<number>;

/** Counts a call; throws when its caller has spent the hour's budget. */
export type Spend = (call: string, openid: string | null, nowMs: number) => Promise<void>;

const hourMs = 3_600_000;
/**
 * An instance reports this many calls of a caller together, so that most calls cost no database operation for it.
 * Between reports it knows only its own. With n instances a caller exceeds a budget by less than n times this.
 */
export const callsReportedTogether = 10;
/** More callers than an instance meets in an hour. Forgetting them only makes the counts less exact. */
const mostCallers = 20_000;

interface Spent {
  /** Over all instances, when last reported. */
  reported: number;
  since: number;
}

/** The budgets of one function, as one instance counts them. Hours are those of the clock. */
export function createCallBudgets(functionName: FunctionName, add: AddSpending): Spend {
  const limits = campaign.limits.callsPerHour;
  let hour = 0;
  let callers = new Map<string, Spent>();
  return async (call, openid, nowMs) => {
    const thisHour = Math.floor(nowMs / hourMs);
    if (thisHour !== hour || callers.size > mostCallers) [hour, callers] = [thisHour, new Map()];
    const budget = budgetOf(functionName, call);
    const id = keyedId('spending', openid ?? '', budget, String(hour));
    const spent = callers.get(id) ?? { reported: 0, since: 0 };
    callers.set(id, spent);
    const untilMs = (hour + 1) * hourMs;
    if (spent.reported + spent.since >= limits[budget])
      throw new CallError('too-many-calls', sayUntil(untilMs));
    spent.since += 1;
    if (spent.since < callsReportedTogether) return;
    const calls = spent.since;
    spent.since = 0;
    spent.reported = await add(id, calls, untilMs);
  };
}

const sayUntil = (untilMs: number): { message: string } => ({
  message: `您这一小时看得太多了，请在 ${chinaClock(untilMs)} 以后再来。`,
});
