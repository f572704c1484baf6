import { createRandom } from '../fixtures/random';
import { createPlaces } from '../fixtures/places';
import { queryKinds, type NearbyQuery } from '../queries/query-kinds';

const count = 1000;

/** A thousand queries of the named kinds, always the same; an engine's memory is measured after them. */
export function thousandQueries(): NearbyQuery[] {
  const random = createRandom(7);
  const places = createPlaces();
  const kinds = queryKinds.filter(({ named }) => named);
  return Array.from({ length: count }, () => random.pick(kinds).draw(places, random));
}
