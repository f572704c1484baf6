import { chinaClock } from '@facts/china-time';
import { budgetOf, type BudgetName } from '../contract/budgets';
import type { FunctionName } from '../contract/contract';
import { CallError } from './call-error';
import { campaign } from './campaign';
import { keyedId } from './keyed-hash';

/** Adds calls to a caller's count, and answers the sum over all instances. */
export type AddSpending = (id: string, calls: number, untilMs: number) => Promise<number>;

/** The account behind an openid, as far as it matters here. */
export type FindAccount = (openid: string) => Promise<{ personId: string | null } | null>;

/** Counts a call; throws when its caller has spent the hour's budget. */
export type Spend = (call: string, openid: string | null, nowMs: number) => Promise<void>;

const hourMs = 3_600_000;
/**
 * An instance reports this many calls of an account together, so that most calls cost no database operation for it.
 * Between reports it knows only its own. With n instances an account exceeds a budget by less than n times this. Writes are
 * exact: each is reported at once, because it costs several operations anyway.
 */
const callsReportedTogether = (budget: BudgetName): number => (budget === 'write' ? 1 : 10);
/**
 * Readers whom WeChat has not signed in, such as those of Moments, are distinguished by their address alone, and a carrier lends
 * one address to many phones.
 */
const visitorsBehindAddress = 20;
/** More callers than an instance meets in an hour. Forgetting them only makes the counts less exact. */
const mostCallers = 20_000;

interface Spent {
  /** The id of the stored count, once it is known. */
  id: string | null;
  /** Over all instances, when last reported. */
  reported: number;
  since: number;
}

/**
 * The budgets of one function, as one instance counts them. Hours are those of the clock. All accounts of a person share one
 * budget; the person is looked up with the first report only.
 */
export function createCallBudgets(
  functionName: FunctionName,
  add: AddSpending,
  findAccount: FindAccount,
  clientAddress: () => string,
): Spend {
  const limits = campaign.limits.callsPerHour;
  let hour = 0;
  let callers = new Map<string, Spent>();
  return async (call, openid, nowMs) => {
    const thisHour = Math.floor(nowMs / hourMs);
    if (thisHour !== hour || callers.size > mostCallers) [hour, callers] = [thisHour, new Map()];
    const budget = budgetOf(functionName, call);
    const limit = limits[budget] * (openid === null ? visitorsBehindAddress : 1);
    const caller = openid ?? `visitors at ${clientAddress()}`;
    const key = `${budget} ${caller}`;
    const spent = callers.get(key) ?? { id: null, reported: 0, since: 0 };
    callers.set(key, spent);
    const untilMs = (thisHour + 1) * hourMs;
    const countedAs = async (): Promise<string> =>
      openid === null ? caller : ((await findAccount(openid))?.personId ?? openid);
    if (spent.reported + spent.since >= limit) throw new CallError('too-many-calls', sayUntil(untilMs));
    spent.since += 1;
    if (spent.since < callsReportedTogether(budget)) return;
    const calls = spent.since;
    spent.since = 0;
    spent.id ??= keyedId('spending', await countedAs(), budget, String(thisHour));
    spent.reported = await add(spent.id, calls, untilMs);
    if (spent.reported > limit) throw new CallError('too-many-calls', sayUntil(untilMs));
  };
}

const sayUntil = (untilMs: number): { message: string } => ({
  message: `您这一小时看得太多了，请在 ${chinaClock(untilMs)} 以后再来。`,
});
