import type { CampaignLimits } from '../contract/campaign';

/** What an operator has to know of the running hour. */
export interface ServiceState {
  /** Calls that ended by a fault of ours, and calls in all. */
  failed: number;
  calls: number;
  /** Refusals of a provider. */
  provider: number;
  /** Alarms of the log. */
  alarm: number;
  /** Items in the volunteers' queue. */
  waiting: number;
  /** Null while it was never counted. */
  numbers: { pool: number; bound: number } | null;
}

/** Too few calls to speak of a share of them. */
const fewCalls = 50;

/** What is out of bounds, a sentence each; empty when nothing is. */
export function alarmsIn(state: ServiceState, limits: CampaignLimits['alarms']): string[] {
  const { failed, calls, provider, alarm, waiting, numbers } = state;
  const free = numbers === null ? null : Math.max(0, numbers.pool - numbers.bound);
  return [
    ...(calls >= fewCalls && failed * 100 >= calls * limits.failedPercent
      ? [`${calls} 次调用里 ${failed} 次出错`]
      : []),
    ...(provider >= limits.providerFailures ? [`服务商拒绝了 ${provider} 次`] : []),
    ...(alarm > 0 ? [`日志报警 ${alarm} 次`] : []),
    ...(waiting >= limits.waitingItems ? [`等审核 ${waiting} 条`] : []),
    ...(free !== null && free < limits.freeNumbers ? [`隐私号码只剩 ${free} 个空着`] : []),
  ];
}
