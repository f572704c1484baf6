import { createRandom } from '../fixtures/random';
import { createPlaces } from '../fixtures/places';
import { QUERY_KINDS, type NearbyQuery } from '../queries/query-kinds';

const COUNT = 1000;

/** A thousand queries of the named kinds, the same each time: what an engine's memory is measured after. */
export function thousandQueries(): NearbyQuery[] {
  const random = createRandom(7);
  const places = createPlaces();
  const kinds = QUERY_KINDS.filter(({ named }) => named);
  return Array.from({ length: COUNT }, () => random.pick(kinds).draw(places, random));
}
