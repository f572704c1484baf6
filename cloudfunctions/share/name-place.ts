import { regionLabel } from '@facts/regions/region-label';
import { regionAt } from '@facts/regions/region-tree';
import type { shareCalls } from '../shared/contract/share-calls';
import { keepPlace } from '../shared/adapters/place-store';
import { distanceMeters } from '@facts/distance';
import { placeName } from '../shared/domain/place-name';
import { publicPointOf } from '../shared/domain/public-point';
import { keyedHash } from '../shared/kernel/keyed-hash';
import type { MemberUseCase } from '../shared/kernel/procedure';
import { codedPlace } from './coded-place';

/** No district reaches farther than this from its centre. */
const farthestMeters = 600_000;

/**
 * Names a place. Its id follows from name and cell, not from the person, so nothing that is kept reveals its author.
 */
export const namePlace: MemberUseCase<typeof shareCalls.namePlace> = async (
  { kind, name: text, place: { point, adcode } },
  _member,
  { nowMs, refuse },
) => {
  const named = placeName(text);
  if ('fault' in named) throw refuse('place-name-refused', { field: 'name', message: named.fault });
  const region = regionAt(adcode);
  if (region?.level !== 'district' || distanceMeters(point, [...region.centre]) > farthestMeters)
    throw refuse('region-unknown', { field: 'place.adcode' });
  const [lng, lat] = publicPointOf(point);
  const place = {
    _id: keyedHash('place', kind, named.name, adcode, String(lng), String(lat))
      .toString('base64url')
      .slice(0, 16),
    kind,
    name: named.name,
    adcode,
    regionLabel: regionLabel(adcode),
    publicPoint: { type: 'Point' as const, coordinates: [lng, lat] as [number, number] },
    namedAtMs: nowMs,
  };
  await keepPlace(place);
  return codedPlace(place);
};
