import { regionLabel } from './region-label';
import { isSpoken, regions } from './region-tree';
import type { Region } from './region-tree';

/**
 * Regions whose name or full name holds the typed words: 岳麓, 长沙岳麓, 湖南省长沙市. Best first, at most `limit`.
 */
export function findRegions(typed: string, limit: number): Region[] {
  const query = typed.replace(/\s+/g, '');
  if (query === '') return [];
  return labelled()
    .map((entry) => ({ ...entry, rank: rank(entry, query) }))
    .filter((entry) => entry.rank < noMatch)
    .sort((a, b) => a.rank - b.rank || a.depth - b.depth)
    .slice(0, limit)
    .map((entry) => entry.region);
}

const noMatch = 4;

interface Labelled {
  region: Region;
  label: string;
  /** Provinces before cities before districts. */
  depth: number;
}

function rank({ region, label }: Labelled, query: string): number {
  if (region.name.startsWith(query)) return 0;
  if (region.name.includes(query)) return 1;
  if (label.includes(query)) return 2;
  return holdsInOrder(label, query) ? 3 : noMatch;
}

/** Every character of the query occurs in the text, in the query's order. */
function holdsInOrder(text: string, query: string): boolean {
  let from = 0;
  for (const character of query) {
    const at = text.indexOf(character, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return true;
}

let labelledOnce: readonly Labelled[] | undefined;

function labelled(): readonly Labelled[] {
  labelledOnce ??= regions.filter(isSpoken).map((region) => ({
    region,
    label: regionLabel(region.adcode),
    depth: ['province', 'city', 'district'].indexOf(region.level),
  }));
  return labelledOnce;
}
