import { wishOf } from './box-words';
import type { NamedItem, NameLists } from './name-lists';

/**
 * Named items, followed by those of the same single ingredient, because a person who types 布洛芬 may mean the children's
 * form. A form or an age in the text goes first: 布洛芬栓 gives the suppository, 宝宝 what is made for children.
 */
export function itemsOf(codes: readonly string[], text: string, lists: NameLists): string[] {
  const named = codes.flatMap((code) => lists.catalogue.find((item) => item.code === code) ?? []);
  const siblings = lists.catalogue.filter(
    (item) => !named.includes(item) && named.some((other) => isSibling(item, other, lists)),
  );
  const all = [...named, ...siblings];
  const wish = wishOf(text);
  const [first] = named;
  if (first === undefined || (wish.forms.length === 0 && wish.ages === undefined))
    return all.map(({ code }) => code);
  const same = all.filter((item) => item === first || isSibling(item, first, lists));
  const best = Math.min(...same.map((item) => fit(item, wish)));
  const wished = same.filter((item) => fit(item, wish) === best);
  return [...wished, ...all.filter((item) => !wished.includes(item))].map(({ code }) => code);
}

/**
 * Items against these symptoms: those against most of them first; then those for adults, unless the text mentions a
 * child; then by their main purpose.
 */
export function itemsOfSymptoms(codes: readonly string[], text: string, lists: NameLists): string[] {
  const { ages } = wishOf(text);
  const others = ages === 'child' ? 'adult' : 'child';
  const met = ({ symptoms }: NamedItem): number => symptoms.filter((code) => codes.includes(code)).length;
  const isMain = ({ symptoms: [main] }: NamedItem): boolean => main !== undefined && codes.includes(main);
  const rank = (item: NamedItem): number =>
    (item.ages === others ? 2 : 0) - (isMain(item) ? 1 : 0) - 4 * (met(item) - 1);
  return lists.catalogue
    .filter((item) => met(item) > 0)
    .map((item, order) => ({ item, order }))
    .sort((a, b) => rank(a.item) - rank(b.item) || a.order - b.order)
    .map(({ item }) => item.code);
}

/** Both consist of that substance and are named after it. Two herbal medicines with 麻黄 are not the same. */
function isSibling(a: NamedItem, b: NamedItem, lists: NameLists): boolean {
  const [code] = a.ingredients;
  if (a.ingredients.length !== 1 || b.ingredients.length !== 1 || b.ingredients[0] !== code) return false;
  const substance = lists.substances.find((known) => known.code === code);
  return substance !== undefined && a.name.includes(substance.name) && b.name.includes(substance.name);
}

type Wish = ReturnType<typeof wishOf>;

/** The distance of an item from the wishes; 0 fits exactly. */
function fit(item: NamedItem, { forms, ages }: Wish): number {
  const form = forms.findIndex((wished) => item.forms.includes(wished));
  const formGap = forms.length === 0 ? 0 : form === -1 ? forms.length : form;
  return formGap * 2 + (ages === undefined || item.ages === 'all' || item.ages === ages ? 0 : 1);
}
