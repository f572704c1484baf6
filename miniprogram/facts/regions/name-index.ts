import { packedFormerNames } from './packed-former-names';
import { quarters } from './quarters';
import { cityCodeOf } from './region-codes';
import { namesOf, shortName } from './region-names';
import type { NameKind } from './region-names';
import { isSpoken, regionAt, regions } from './region-tree';
import type { Region } from './region-tree';

/**
 * A text that names a region, or the regions that an old name or a quarter leads to, the main one first. A zone is a
 * quarter whose name means something after its city's alone (郑州市高新区).
 */
export interface PlaceName {
  text: string;
  kind: NameKind | 'former' | 'quarter' | 'zone';
  regions: readonly Region[];
}

/** The names in `text` at `index`, shortest first. */
export function namesAt(text: string, index: number): PlaceName[] {
  const found: PlaceName[] = [];
  const longest = Math.min(text.length - index, longestName());
  for (let length = 1; length <= longest; length++) {
    const names = nameIndex().get(text.slice(index, index + length));
    if (names !== undefined) found.push(...names);
  }
  return found;
}

/** The names that begin with `text`, or contain it elsewhere. */
export function namesWith(text: string, where: 'first' | 'later'): PlaceName[] {
  const fits = ({ text: name, kind }: PlaceName): boolean =>
    kind !== 'zone' && (where === 'first' ? name.startsWith(text) : name.indexOf(text) > 0);
  return allNames().filter(fits);
}

let allOnce: readonly PlaceName[] | undefined;
let indexOnce: ReadonlyMap<string, readonly PlaceName[]> | undefined;
let longestOnce: number | undefined;

function allNames(): readonly PlaceName[] {
  if (allOnce === undefined) {
    const byHand = quarterNames();
    allOnce = [...currentNames(), ...formerNames(byHand), ...byHand];
  }
  return allOnce;
}

function nameIndex(): ReadonlyMap<string, readonly PlaceName[]> {
  if (indexOnce === undefined) {
    const index = new Map<string, PlaceName[]>();
    for (const name of allNames()) {
      const same = index.get(name.text);
      if (same === undefined) index.set(name.text, [name]);
      else same.push(name);
    }
    indexOnce = index;
  }
  return indexOnce;
}

function longestName(): number {
  longestOnce ??= Math.max(...allNames().map(({ text }) => text.length));
  return longestOnce;
}

function currentNames(): PlaceName[] {
  return regions
    .filter(isSpoken)
    .flatMap((region) => [...namesOf(region)].map(([text, kind]) => ({ text, kind, regions: [region] })));
}

/** Knowledge entered by hand comes before successors from the list of codes: most of 渝北区 is 两江新区. */
function formerNames(byHand: readonly PlaceName[]): PlaceName[] {
  const known = new Set(byHand.map(({ text }) => text));
  return (packedFormerNames.match(/[^\d,\n]+\d{6}(?:,\d{6})*/g) ?? []).flatMap((row) => {
    const name = row.replace(/[\d,]/g, '');
    const texts = [name, name.replace(/[区县市]$/, '')].filter((text) => !known.has(text));
    return namesFor(texts, row.match(/\d{6}/g) ?? [], 'former');
  });
}

function quarterNames(): PlaceName[] {
  return quarters
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [names = '', codes = ''] = line.split(' > ');
      const all = names.split(' ').flatMap(zoneSpellings);
      const cities = [...new Set(codes.split(' '))].flatMap((code) => regionAt(cityCodeOf(code)) ?? []);
      const zones = cities
        .map(shortName)
        .flatMap((city) =>
          all
            .filter((name) => name.startsWith(city) && /区$/.test(name))
            .map((name) => name.slice(city.length)),
        );
      return [...namesFor(all, codes.split(' '), 'quarter'), ...namesFor(zones, codes.split(' '), 'zone')];
    });
}

/** 郑州高新区 is also 郑州高新技术产业开发区; 经开区, 开发区 and 经济技术开发区 are one. */
function zoneSpellings(name: string): string[] {
  const stem = name.replace(/(高新技术产业开发区|高新区|经济技术开发区|经开区|开发区)$/, '');
  if (stem === name || stem === '') return [name];
  const endings = /高新(技术产业开发)?区$/.test(name)
    ? ['高新区', '高新技术产业开发区', '高新技术开发区', '高新开发区']
    : ['经开区', '开发区', '经济技术开发区', '经济开发区'];
  return endings.map((ending) => stem + ending);
}

function namesFor(
  texts: readonly string[],
  codes: readonly string[],
  kind: 'former' | 'quarter' | 'zone',
): PlaceName[] {
  const found = codes.flatMap((code) => regionAt(code) ?? []);
  return [...new Set(texts)]
    .filter((text) => text.length >= 2)
    .map((text) => ({ text, kind, regions: found }));
}
