import { createRandom } from '../fixtures/random';
import { readPostColumns } from '../fixtures/post-columns';
import { createPlaces } from '../fixtures/places';
import { benchPosts } from '../fixtures/posts';
import { distanceMeters } from '../../src/geo/sphere';
import { exhaustiveAnswer } from './exhaustive-answer';
import { queryKinds } from './query-kinds';

const count = 3000;

test.each(queryKinds.map((kind) => [kind.name, kind] as const))(
  'the answer from columns equals the one from documents: %s',
  (_name, kind) => {
    const columns = readPostColumns(count);
    const places = createPlaces();
    const random = createRandom(3);
    for (let i = 0; i < 5; i++) {
      const query = kind.draw(places, random);
      const asked = [...benchPosts(count)]
        .filter(
          ({ board, status, itemCodes, groups }) =>
            board === 'need' &&
            status === 'published' &&
            query.items.some((item) => itemCodes.includes(item)) &&
            (!query.rareGroup || groups.includes('pregnant')),
        )
        .map(({ _id, publicPoint }) => ({
          id: _id,
          meters: distanceMeters(...query.centre, ...publicPoint.coordinates),
        }))
        .filter(({ meters }) => meters <= (query.radiusMeters ?? Infinity))
        .sort((a, b) => a.meters - b.meters)
        .slice(query.skip, query.skip + 20);
      expect(exhaustiveAnswer(columns, query)).toEqual(asked);
    }
  },
);
