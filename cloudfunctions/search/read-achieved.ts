import type { searchCalls } from '../shared/contract/search-calls';
import type { ShownDayDocument } from '../shared/contract/counts-documents';
import { achievedIn } from '../shared/domain/achieved';
import { shownDayId, shownDays } from '../shared/domain/shown-day';
import { shownDaysById } from '../shared/adapters/counts-store';
import type { OpenUseCase } from '../shared/kernel/procedure';

/** A released day never changes, so an instance reads it once. */
const known = new Map<string, ShownDayDocument>();
/** A day that was not released is looked for again after so long. */
const askedEveryMs = 60_000;
let askedAtMs = -Infinity;

/** What everybody may see of the last days, by region. */
export const readAchieved: OpenUseCase<typeof searchCalls.achieved> = async ({ region }, { nowMs }) => {
  const days = shownDays(nowMs).map((atMs) => ({ atMs, id: shownDayId(atMs) }));
  const missing = days.map(({ id }) => id).filter((id) => !known.has(id));
  if (missing.length > 0 && Math.abs(nowMs - askedAtMs) >= askedEveryMs) {
    for (const id of known.keys()) if (!days.some((day) => day.id === id)) known.delete(id);
    for (const day of await shownDaysById(missing)) known.set(day._id, day);
    askedAtMs = nowMs;
  }
  return achievedIn(
    region,
    days.map(({ atMs, id }) => ({ atMs, shown: known.get(id) ?? null })),
  );
};
