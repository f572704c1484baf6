import type { Care } from '../../../cloudfunctions/shared/contract/campaign';
import { ancestorsOf } from '../../facts/regions/region-tree';
import type { ChosenPlace } from '../../model/chosen-place';
import { translated } from '../../facts/words/say';

/** Another place to turn to, as a row of a list. */
export interface CareRow {
  code: string;
  icon: string;
  name: string;
  hint: string;
  way: Care['way'];
}

const icons: Record<Care['kind'], string> = {
  'fever-clinic': 'hospital',
  pharmacy: 'shop',
  doctor: 'chat-message',
  hotline: 'call',
  courier: 'send',
};

/** Services for the chosen place, the nearest first; without a place only those for the whole country. */
export const careRows = (care: readonly Care[], place: ChosenPlace | null): CareRow[] =>
  rowsAt(
    care.filter(({ kind }) => kind !== 'courier'),
    place,
  );

/** Those that fetch a medicine there, in the same order. */
export const courierRows = (care: readonly Care[], place: ChosenPlace | null): CareRow[] =>
  rowsAt(
    care.filter(({ kind }) => kind === 'courier'),
    place,
  );

function rowsAt(care: readonly Care[], place: ChosenPlace | null): CareRow[] {
  const around = place === null ? [] : regionsAround(place.place.adcode);
  /** The distance of its region from the place in steps; -1 when it serves another region. */
  const rank = ({ regions }: Care): number =>
    regions.length === 0 ? around.length : around.findIndex((adcode) => regions.includes(adcode));
  return care
    .filter((entry) => rank(entry) >= 0)
    .sort((a, b) => rank(a) - rank(b))
    .map(({ code, kind, name, hint, way }) => ({
      code,
      icon: icons[kind],
      name: translated(name),
      hint: translated(hint),
      way,
    }));
}

const regionsAround = (adcode: string): string[] => [
  adcode,
  ...ancestorsOf(adcode).map((region) => region.adcode),
];
