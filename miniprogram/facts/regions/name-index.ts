import { packedFormerNames } from './packed-former-names';
import { quarters } from './quarters';
import { namesOf } from './region-names';
import type { NameKind } from './region-names';
import { isSpoken, regionAt, regions } from './region-tree';
import type { Region } from './region-tree';

/** A text that names a region, or the regions that an old name or a quarter leads to, the main one first. */
export interface PlaceName {
  text: string;
  kind: NameKind | 'former' | 'quarter';
  regions: readonly Region[];
}

/** The names that `text` has at `index`, shortest first. */
export function namesAt(text: string, index: number): PlaceName[] {
  const found: PlaceName[] = [];
  const longest = Math.min(text.length - index, longestName());
  for (let length = 1; length <= longest; length++) {
    const names = nameIndex().get(text.slice(index, index + length));
    if (names !== undefined) found.push(...names);
  }
  return found;
}

/** The names that begin with `text`, or hold it elsewhere. */
export function namesWith(text: string, where: 'first' | 'later'): PlaceName[] {
  const fits = ({ text: name }: PlaceName): boolean =>
    where === 'first' ? name.startsWith(text) : name.indexOf(text) > 0;
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

/** What is known of a name by hand goes before what the list of codes makes of it: most of 渝北区 is 两江新区. */
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
      return namesFor(names.split(' '), codes.split(' '), 'quarter');
    });
}

function namesFor(texts: string[], codes: string[], kind: 'former' | 'quarter'): PlaceName[] {
  const found = codes.flatMap((code) => regionAt(code) ?? []);
  return [...new Set(texts)]
    .filter((text) => text.length >= 2)
    .map((text) => ({ text, kind, regions: found }));
}
