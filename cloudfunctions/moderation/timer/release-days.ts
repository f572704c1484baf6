import { shownDayId, shownDayOf, shownDays } from '../../shared/domain/shown-day';
import { addShownDay, countsOfDay, shownDay } from '../../shared/adapters/counts-store';

/** Days of which this instance knows that they were released. */
const released = new Set<string>();

/**
 * Releases the days that are over, once and for ever: counts that an instance stores later are not added, because the difference would be
 * about few people. Answers how many.
 */
export async function releaseDays(nowMs: number): Promise<number> {
  let count = 0;
  for (const atMs of shownDays(nowMs)) {
    const id = shownDayId(atMs);
    if (released.has(id)) continue;
    if (!(await shownDay(id))) {
      await addShownDay(shownDayOf(atMs, await countsOfDay(atMs)));
      count += 1;
    }
    released.add(id);
  }
  return count;
}
