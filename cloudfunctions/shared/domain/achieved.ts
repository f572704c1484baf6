import { chinaDay } from '@facts/china-time';
import type { Achieved } from '../contract/achieved';
import type { ShownDayDocument, ShownRegion } from '../contract/counts-documents';
import { nation } from './shown-day';
import { addedWaits, medianMinutes } from './waiting-times';

/** The items that were asked for most are enough for one screen. */
const mostItems = 8;

/**
 * What a region shows: sums over those of its days that may be shown, and medians of the waits in them.
 * @param days oldest first; null for a day that is not released
 */
export function achievedIn(
  region: string,
  days: readonly { atMs: number; shown: ShownDayDocument | null }[],
): Achieved {
  const regions = days.map(({ shown }) => shown?.regions ?? {});
  const below = new Set(regions.flatMap((each) => Object.keys(each)).filter((code) => isBelow(code, region)));
  const own = regions.map((each) => each[region] ?? null);
  return {
    region,
    days: days.map(({ atMs }) => chinaDay(atMs)),
    total: totalOf(own),
    below: [...below]
      .map((code) => ({ code, ...totalOf(regions.map((each) => each[code] ?? null)) }))
      .sort((a, b) => (b.need ?? 0) - (a.need ?? 0) || a.code.localeCompare(b.code)),
    items: itemsOf(own),
  };
}

/** Provinces are below the nation, cities below their province. */
const isBelow = (code: string, region: string): boolean => {
  if (code === nation) return false;
  if (region === nation) return code.endsWith('0000');
  return region.endsWith('0000') && code !== region && code.startsWith(region.slice(0, 2));
};

function totalOf(days: readonly (ShownRegion | null)[]): Achieved['total'] {
  const waits = (kind: 'contact' | 'help') =>
    medianMinutes(days.reduce<number[]>((sum, day) => addedWaits(sum, day?.[kind] ?? []), []));
  return {
    need: sumOf(days.map((day) => day?.need ?? null)),
    spare: sumOf(days.map((day) => day?.spare ?? null)),
    solved: sumOf(days.map((day) => day?.solved ?? null)),
    contactMinutes: waits('contact'),
    helpMinutes: waits('help'),
  };
}

/** Null when no day may be shown. */
function sumOf(counts: readonly (number | null)[]): number | null {
  const known = counts.filter((count) => count !== null);
  return known.length === 0 ? null : known.reduce((sum, count) => sum + count, 0);
}

function itemsOf(days: readonly (ShownRegion | null)[]): Achieved['items'] {
  const codes = new Set(days.flatMap((day) => Object.keys(day?.items ?? {})));
  const needs = (days: Achieved['items'][number]['days']) =>
    days.reduce((sum, { need }) => sum + (need ?? 0), 0);
  return [...codes]
    .map((code) => ({
      code,
      days: days.map((day) => day?.items[code] ?? { need: null, spare: null }),
    }))
    .sort((a, b) => needs(b.days) - needs(a.days) || a.code.localeCompare(b.code))
    .slice(0, mostItems);
}
