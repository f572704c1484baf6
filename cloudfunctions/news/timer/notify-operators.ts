import { hourOf } from '../../shared/contract/counted';
import { alarmsIn } from '../../shared/domain/alarms';
import { hoursOf } from '../../shared/domain/operations';
import { countOf } from '../../shared/adapters/application-store';
import { countsSince, readGauge } from '../../shared/adapters/counts-store';
import { operatorAccounts } from '../../shared/adapters/member-store';
import { addNews } from '../../shared/adapters/news-store';
import { inOrder } from '../../shared/adapters/ordered-writes';
import { campaign } from '../../shared/kernel/campaign';
import type { Failures } from '../../shared/kernel/failures';
import { newsOf } from '../../shared/kernel/news';

/**
 * Notifies the operators of what is out of bounds in the running hour, once an hour at most: the news of an hour has one id for each of
 * them.
 */
export async function notifyOperators(nowMs: number, failures: Failures): Promise<number> {
  const { atMs: hourMs } = hourOf(nowMs);
  const [counted, waiting, numbers] = await Promise.all([
    countsSince('hour', hourMs),
    countOf('reviews', { state: 'waiting' }),
    readGauge('numbers'),
  ]);
  const hour = hoursOf(counted, nowMs).at(-1);
  if (!hour) return 0;
  const state = {
    ...hour,
    waiting,
    numbers: numbers && { pool: numbers.pool ?? 0, bound: numbers.bound ?? 0 },
  };
  const alarms = alarmsIn(state, campaign.limits.alarms);
  if (alarms.length === 0) return 0;
  const operators = await operatorAccounts();
  const people = new Set(operators.flatMap(({ personId }) => (personId === null ? [] : [personId])));
  for (const personId of people)
    await failures.attempt(() =>
      inOrder((ordered) =>
        addNews(
          ordered,
          newsOf('alarm', {
            to: { personId },
            cause: String(hourMs),
            facts: { text: `${alarms.join('；')}。` },
            atMs: nowMs,
          }),
        ),
      ),
    );
  return people.size;
}
