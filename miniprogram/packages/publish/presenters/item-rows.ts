import type { CatalogueItem } from '../../../../cloudfunctions/shared/contract/campaign';
import type { SpareItem } from '../../../../cloudfunctions/shared/contract/post-body';
import type { FieldErrors } from './field-errors';
import { mostOf } from '../../../presenters/item/draft-items';
import { expiryText } from '../../../presenters/item/item-text';
import { counted, say, translated } from '../../../facts/words/say';

export interface Choice {
  code: string;
  name: string;
}

/** One chosen item as the form draws it. */
export interface ItemRow {
  code: string;
  name: string;
  quantity: number;
  unit: string;
  /** The unit in the reader's language. */
  unitText: string;
  maximum: number;
  /** The reason for the limit: 一人最多 6 粒，够一个疗程. */
  limitText: string;
  /** Empty when there is only one unit. */
  units: Choice[];
  isMedicine: boolean;
  /** 2024年8月, or empty until it is picked. */
  expiryText: string;
  /** The month at which the picker opens, YYYY-MM. */
  expiresOn: string;
  packaging: string[];
  approvalNumber: string;
  quantityError: string;
  expiryError: string;
  packagingError: string;
  approvalError: string;
}

/** Omits items that the catalogue does not list, or no longer lists. */
export function itemRows(
  items: readonly SpareItem[],
  catalogue: readonly CatalogueItem[],
  errors: FieldErrors,
  { isSpare, ill }: { isSpare: boolean; ill: number },
): ItemRow[] {
  return items.flatMap((item, index) => {
    const listed = catalogue.find(({ code }) => code === item.code);
    if (listed === undefined) return [];
    const error = (field: string): string => errors[`items.${index}.${field}`] ?? '';
    return [
      {
        code: item.code,
        name: translated(listed.name),
        quantity: item.quantity,
        unit: item.unit,
        maximum: mostOf(item, catalogue, isSpare ? 1 : ill) ?? item.quantity,
        limitText: limitText(listed, item.unit, isSpare ? null : ill),
        unitText: counted(item.unit, item.quantity),
        units:
          listed.units.length > 1
            ? listed.units.map(({ unit }) => ({ code: unit, name: counted(unit, 2) }))
            : [],
        isMedicine: listed.kind === 'medicine',
        expiryText: expiryText(item.expiresOn),
        expiresOn: item.expiresOn ?? '',
        packaging: item.packaging === undefined ? [] : [item.packaging],
        approvalNumber: item.approvalNumber ?? '',
        quantityError: error('quantity') || error('unit') || error('code'),
        expiryError: error('expiresOn'),
        packagingError: error('packaging'),
        approvalError: error('approvalNumber'),
      },
    ];
  });
}

/** The catalogue's maximum is one course for one person; `ill` is null on a spare. */
function limitText({ kind, units }: CatalogueItem, unit: string, ill: number | null): string {
  const maximum = units.find((counted) => counted.unit === unit)?.needMaximum;
  if (maximum === undefined) return '';
  const one = say`${ill === null ? say('每份') : say('一人')}最多 ${maximum} ${counted(unit, maximum)}`;
  const people = ill ?? 1;
  const most = maximum * people;
  const all = people > 1 ? say`${one}，${people} 人最多 ${most} ${counted(unit, most)}` : one;
  return kind === 'medicine' ? say('{oneCourse}', all) : all;
}
