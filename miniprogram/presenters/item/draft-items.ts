import type { CatalogueItem } from '../../../cloudfunctions/shared/contract/campaign';
import type { SpareItem } from '../../../cloudfunctions/shared/contract/post-body';

/** The fields of one chosen item that changed. */
export type ItemChange = Partial<
  Pick<SpareItem, 'quantity' | 'unit' | 'expiresOn' | 'packaging' | 'approvalNumber'>
>;

/** Adds the item in its usual unit and portion, or removes it. */
export function toggleItem(items: readonly SpareItem[], listed: CatalogueItem): SpareItem[] {
  if (items.some(({ code }) => code === listed.code)) return withoutItem(items, listed.code);
  const [usual] = listed.units;
  if (usual === undefined) return [...items];
  return [...items, { code: listed.code, quantity: usual.portion, unit: usual.unit }];
}

/** Items of these codes, each in its usual unit and portion; a code that is not listed is left out. */
export const itemsOf = (codes: readonly string[], catalogue: readonly CatalogueItem[]): SpareItem[] =>
  catalogue
    .filter(({ code }) => codes.includes(code))
    .reduce<SpareItem[]>((chosen, item) => toggleItem(chosen, item), []);

export function withoutItem(items: readonly SpareItem[], code: string): SpareItem[] {
  return items.filter((item) => item.code !== code);
}

/** A new unit brings its own portion: 4 粒 is not 4 盒. */
export function changeItem(
  items: readonly SpareItem[],
  catalogue: readonly CatalogueItem[],
  code: string,
  change: ItemChange,
): SpareItem[] {
  const units = catalogue.find((listed) => listed.code === code)?.units ?? [];
  const portion = units.find(({ unit }) => unit === change.unit)?.portion;
  return items.map((item) =>
    item.code === code
      ? { ...item, ...change, ...(portion === undefined ? {} : { quantity: portion }) }
      : item,
  );
}

/** The most that may be asked for of an item for so many people; undefined for one that is not listed so. */
export function mostOf(
  { code, unit }: Pick<SpareItem, 'code' | 'unit'>,
  catalogue: readonly CatalogueItem[],
  ill: number,
): number | undefined {
  const units = catalogue.find((listed) => listed.code === code)?.units ?? [];
  const course = units.find((counted) => counted.unit === unit)?.needMaximum;
  return course === undefined ? undefined : course * ill;
}

/** Items with no more of each than so many people may ask for. */
export const withinMost = (
  items: readonly SpareItem[],
  catalogue: readonly CatalogueItem[],
  ill: number,
): SpareItem[] =>
  items.map((item) => ({
    ...item,
    quantity: Math.min(item.quantity, mostOf(item, catalogue, ill) ?? item.quantity),
  }));
