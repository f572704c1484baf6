import { regionRows } from '../data/regions';
import {
  childrenOf,
  isSmallest,
  isUmbrella,
  levelOf,
  provinces,
  regionAt,
  regionLabel,
} from './region-lookup';
import type { Region } from './region-lookup';

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

/**
 * The smallest region that an address names. Addresses begin with province, city and district; any of them may lack
 * its last character (湖南 for 湖南省). undefined when not even the province is known.
 */
export function regionOfAddress(address: string): Region | undefined {
  let rest = address.replace(/\s+/g, '');
  let candidates = provinces();
  let found: Region | undefined;
  while (candidates.length > 0) {
    const next = longestPrefix(candidates, rest);
    if (next === undefined) break;
    found = next.region;
    rest = rest.slice(next.length);
    // A municipality's name is often written twice, as province and as city.
    if (rest.startsWith(found.name)) rest = rest.slice(found.name.length);
    candidates = childrenOf(found.adcode);
    candidates = candidates.concat(candidates.filter(isUmbrella).flatMap(({ adcode }) => childrenOf(adcode)));
  }
  return found;
}

/** The district (or city without districts) whose centre is nearest to `[lng, lat]`. */
export function nearestSmallest([lng, lat]: readonly [number, number]): Region {
  const shrink = Math.cos((lat * Math.PI) / 180);
  const distance = ({ point }: Region): number => ((point[0] - lng) * shrink) ** 2 + (point[1] - lat) ** 2;
  return smallest().reduce((best, region) => (distance(region) < distance(best) ? region : best));
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

function longestPrefix(candidates: Region[], text: string): { region: Region; length: number } | undefined {
  const fits = candidates
    .map((region) => ({ region, length: prefixLength(region.name, text) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);
  return fits[0];
}

/** How much of the text is the name, whole or without its last character; 0 when it is not. */
function prefixLength(name: string, text: string): number {
  if (text.startsWith(name)) return name.length;
  const short = name.replace(/(特别行政区|维吾尔自治区|壮族自治区|回族自治区|自治区|省|市|区|县)$/, '');
  return short.length >= 2 && text.startsWith(short) ? short.length : 0;
}

let labelledOnce: Labelled[] | undefined;

function labelled(): Labelled[] {
  labelledOnce ??= regionRows.flatMap(([adcode]) => {
    const region = regionAt(adcode);
    const label = regionLabel(adcode);
    // The city row of a municipality and 省直辖县 say nothing of their own.
    const redundant = region === undefined || isUmbrella(region) || label === provinceName(adcode);
    if (redundant && levelOf(adcode) !== 'province') return [];
    return region === undefined
      ? []
      : [{ region, label, depth: ['province', 'city', 'district'].indexOf(levelOf(adcode)) }];
  });
  return labelledOnce;
}

const provinceName = (adcode: string): string | undefined => regionAt(`${adcode.slice(0, 2)}0000`)?.name;

let smallestOnce: Region[] | undefined;

function smallest(): Region[] {
  smallestOnce ??= labelled()
    .map(({ region }) => region)
    .filter(
      ({ adcode }) => levelOf(adcode) === 'district' || (levelOf(adcode) === 'city' && isSmallest(adcode)),
    );
  return smallestOnce;
}
