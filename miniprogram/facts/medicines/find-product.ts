import { findByName } from '../catalogue/find-by-name';
import type { NameLists } from '../catalogue/name-lists';

export interface NamedProduct {
  /** The names of the product, the usual one first. */
  names: readonly string[];
}

/** What a part of an unknown product's name reveals: 氨酚 is paracetamol. */
export interface NameHint {
  part: string;
  substance: string;
}

const lists = new WeakMap<readonly NamedProduct[], NameLists>();

/** Products of people's drawers by any name, the best first; none when nothing is similar. */
export function findProducts<Kind extends NamedProduct>(typed: string, products: readonly Kind[]): Kind[] {
  const known = lists.get(products) ?? listsOf(products);
  lists.set(products, known);
  const finding = findByName(typed, known);
  if (finding?.kind !== 'item') return [];
  return finding.items.flatMap((code) => products.find(({ names }) => names[0] === code) ?? []);
}

function listsOf(products: readonly NamedProduct[]): NameLists {
  const catalogue = products.map(({ names }) => ({
    code: names[0] ?? '',
    name: names[0] ?? '',
    english: names[0] ?? '',
    aliases: names.slice(1),
    ingredients: [],
    forms: [],
    ages: 'all' as const,
    symptoms: [],
  }));
  return { catalogue, refusals: [], unlisted: [], symptoms: [], substances: [] };
}

/** Substances that an unknown product probably holds, by its name. This never proves that it holds nothing else. */
export function hintsIn<Hint extends NameHint>(typed: string, hints: readonly Hint[]): Hint[] {
  return hints.filter(({ part }) => typed.includes(part));
}
