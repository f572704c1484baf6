import { namesAt } from './name-index';
import type { PlaceName } from './name-index';
import { isWithin, readingsAt } from './place-reading';
import type { Reading } from './place-reading';
import { foldPlace } from './place-text';
import type { PlaceText } from './place-text';
import { ancestorsOf, isSmallest, isSpoken } from './region-tree';
import type { Region } from './region-tree';

/**
 * The most exact region that an address names: 湖南省长沙市岳麓区麓山南路932号 → 岳麓区. If it may mean several (朝阳区, with nothing above
 * it), the answer is a region above all of them, or undefined.
 */
export function regionFromAddress(address: string): Region | undefined {
  return regionsOfAddress(address).reduce<Region | undefined>(
    (shared, region, index) => (index === 0 ? region : shared && commonRegion(shared, region)),
    undefined,
  );
}

/**
 * Every region that an address may mean; none when it names no region. A recipient and a phone number may come before
 * it.
 */
export function regionsOfAddress(address: string, isSearch = false): Region[] {
  const folded = foldPlace(address);
  const found = bestReadings(folded, isSearch);
  const regions = withoutSurrounding([...new Set(found.flatMap((reading) => reading.regions))]);
  const [only] = regions;
  if (only === undefined || regions.length > 1 || isSmallest(only)) return regions;
  return namedLater(folded.text, found[0]?.end ?? 0, only);
}

interface Candidate extends Reading {
  start: number;
}

/** The readings that name most of the text; among equal ones those with the fewest guesses, then the first. */
function bestReadings({ text, starts }: PlaceText, isSearch: boolean): Candidate[] {
  const candidates = [...text].flatMap((_, start) => {
    const isStart = starts.includes(start);
    if (!isStart && !namesAt(text, start).some(isWhole)) return [];
    return readingsAt(text, start, isSearch && start === 0).map((reading) => ({ ...reading, start }));
  });
  const weight = ({ start, end, doubt }: Candidate): number => (end - start) * 10 - doubt;
  const most = Math.max(...candidates.map(weight));
  const best = candidates.filter((candidate) => weight(candidate) === most);
  return best.filter(({ start }) => start === best[0]?.start);
}

/** Whether a name is long enough to count without a blank or mark before it. */
function isWhole({ kind, text }: PlaceName): boolean {
  return text.length > 2 && (kind === 'full' || (/[区县市]$/.test(text) && kind !== 'zone'));
}

/** A city's name is often that of a county in it too (长沙市, 长沙县). If both are possible, the city is meant. */
function withoutSurrounding(regions: readonly Region[]): Region[] {
  return regions.filter((region) => !regions.some((other) => other !== region && isWithin(region, other)));
}

/** A district of `region` that the text names after something else: 长沙市第三医院，天心区劳动西路. */
function namedLater(text: string, from: number, region: Region): Region[] {
  for (let index = from; index < text.length; index++) {
    for (const name of namesAt(text, index)) {
      const inside = name.regions.filter((other) => other !== region && isWithin(other, region));
      if (name.kind === 'full' && name.text.length > 2 && inside.length === 1) return inside;
    }
  }
  return [region];
}

function commonRegion(a: Region, b: Region): Region | undefined {
  const above = [b, ...ancestorsOf(b.adcode)];
  return [a, ...ancestorsOf(a.adcode)].find((region) => above.includes(region) && isSpoken(region));
}
