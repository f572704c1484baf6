import { dayStart } from '../../shared/contract/counted';
import type { moderationCalls } from '../../shared/contract/moderation-calls';
import { firstHour, functionsOf, hoursOf, regionsOf, signsOf } from '../../shared/domain/operations';
import { countOf } from '../../shared/adapters/application-store';
import { countsOfDay, countsSince, readGauge } from '../../shared/adapters/counts-store';
import type { MemberUseCase } from '../../shared/kernel/procedure';

/** How the service runs, from the counts: at most half a minute old for a busy instance. */
export const readOperations: MemberUseCase<typeof moderationCalls.operations> = async (
  _input,
  _operator,
  { nowMs },
) => {
  const [hours, today, queue, numbers] = await Promise.all([
    countsSince('hour', firstHour(nowMs)),
    countsOfDay(dayStart(nowMs)),
    countOf('reviews', { state: 'waiting' }),
    readGauge('numbers'),
  ]);
  return {
    hours: hoursOf(hours, nowMs),
    functions: functionsOf(hours),
    signs: signsOf(hours),
    regions: regionsOf(today),
    queue,
    numbers: numbers && { pool: numbers.pool ?? 0, bound: numbers.bound ?? 0 },
    nowMs,
  };
};
