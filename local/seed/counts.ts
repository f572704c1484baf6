import type { CountsDocument, ShownDayDocument } from '../../cloudfunctions/shared/contract/counts-documents';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { batchOf, countsId, type Count } from '../../cloudfunctions/shared/contract/counted';
import { contactCounts, postCounts, solvedCounts } from '../../cloudfunctions/shared/domain/counts';
import { shownDayOf, shownDays } from '../../cloudfunctions/shared/domain/shown-day';

/** The counts that the functions would have stored while the seeded posts were published, contacted and solved. */
export function createSeedCounts() {
  const owners = new Set<string>();
  const counted: Count[] = [];
  return {
    /** The post as it is stored: it knows whether it is its owner's first. */
    add(post: PostDocument): PostDocument {
      const isFirst = !owners.has(post.ownerId);
      owners.add(post.ownerId);
      const whole = { ...post, isFirst };
      counted.push(...postCounts(whole));
      const { closedAtMs, publishedAtMs } = whole;
      if (whole.status === 'fulfilled' && closedAtMs !== null) {
        // Somebody called first, a third of the way to the end.
        const calledAtMs = Math.round(publishedAtMs + (closedAtMs - publishedAtMs) / 3);
        counted.push(...contactCounts(whole, true, calledAtMs), ...solvedCounts(whole, closedAtMs));
      }
      return whole;
    },
    /** Hours and days, and the days that are over as they are shown. */
    documents(nowMs: number): (CountsDocument | ShownDayDocument)[] {
      const stored = batchOf(counted).map(({ in: where, added }): CountsDocument => ({
        _id: countsId(where, 0),
        ...where,
        counts: Object.fromEntries(added),
      }));
      const shown = shownDays(nowMs).map((atMs) =>
        shownDayOf(
          atMs,
          stored.filter((each) => each.kind === 'day' && each.atMs === atMs),
        ),
      );
      return [...stored, ...shown];
    },
  };
}
