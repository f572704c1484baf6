import fc from 'fast-check';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import type { Document } from '../values/value';
import { distanceMeters, earthRadiusMeters } from './sphere';

const lng = fc.oneof(
  fc.constantFrom(-180, 180, 179.9999, -179.9999, 0, 113.3),
  fc.double({ min: -180, max: 180, noNaN: true }),
);
const lat = fc.oneof(
  fc.constantFrom(-90, 90, 89.9999, 0, 23.1),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const point = fc.tuple(lng, lat);

/** Clusters of points: many near each other, some at exactly the same place. */
const cluster = fc
  .tuple(
    point,
    fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: -20, max: 20 })), {
      maxLength: 40,
    }),
  )
  .map(([[x, y], steps]) =>
    steps.map(([dx, dy]): [number, number] => [
      Math.max(-180, Math.min(180, x + dx * 0.001)),
      Math.max(-90, Math.min(90, y + dy * 0.001)),
    ]),
  );

const place = ([x, y]: [number, number]): Document => ({ type: 'Point', coordinates: [x, y] });

describe('nearest first', () => {
  let scratch: Scratch;
  beforeAll(async () => {
    scratch = await scratchDatabase(['board_1_codes_1_place_2dsphere', 'place_2dsphere']);
  });
  afterAll(() => scratch.close());

  const byBruteForce = (
    documents: Document[],
    centre: [number, number],
    wanted: (document: Document) => boolean,
  ): [string, number][] =>
    documents
      .filter(wanted)
      .map((document): [string, number] => {
        const [x, y] = (document.place as Document).coordinates as [number, number];
        return [String(document._id), distanceMeters(centre[0], centre[1], x, y)];
      })
      .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1));

  test('equals brute force at the poles, at the date line, in clusters and at identical points, while documents move and disappear', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(cluster, { maxLength: 4 }),
        fc.array(point, { maxLength: 60 }),
        point,
        fc.constantFrom(0, 500, 1_000_000),
        fc.constantFrom(1000, 200_000, 5_000_000, 30_000_000),
        fc.nat(30),
        async (clusters, scattered, centre, minDistance, maxDistance, skip) => {
          await scratch.remove({});
          const documents: Document[] = [...clusters.flat(), ...scattered].map((at, i) => ({
            _id: `d${i}`,
            board: i % 3 ? 'need' : 'spare',
            codes: [`c${i % 2}`, `c${i % 5}`],
            place: place(at),
          }));
          if (documents.length) await scratch.insert(documents);
          for (const codes of ['c0', ['c0', 'c3', 'c4'], undefined]) {
            const geoNear: Document = {
              near: place(centre),
              distanceField: 'meters',
              key: 'place',
              minDistance,
              maxDistance,
              query: {
                board: 'need',
                ...(codes === undefined ? {} : { codes: Array.isArray(codes) ? { $in: codes } : codes }),
              },
            };
            const found = await scratch.aggregate([
              ['$geoNear', geoNear],
              ['$skip', skip],
              ['$limit', 40],
            ]);
            const wanted = Array.isArray(codes)
              ? codes
              : codes === undefined
                ? ['c0', 'c1', 'c2', 'c3', 'c4']
                : [codes];
            const expected = byBruteForce(
              documents,
              centre,
              (document) =>
                document.board === 'need' &&
                (document.codes as string[]).some((code) => wanted.includes(code)),
            ).filter(([, meters]) => meters >= minDistance && meters <= maxDistance);
            expect(found.map((document) => [document._id, document.meters])).toEqual(
              expected.slice(skip, skip + 40),
            );
            // The queries above loaded the groups into memory, so the next answers show whether the memory follows these changes.
            if (documents.length > 2) {
              const [moved, gone] = documents as [Document, Document];
              moved.place = place(centre);
              await scratch.update({ _id: moved._id as string }, { $set: { place: moved.place } });
              await scratch.remove({ _id: gone._id as string });
              documents.splice(1, 1);
            }
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  test.each<[string, Document['near']]>([
    ['a list', [113, 23]],
    ['named as older SDKs name them', { longitude: 113, latitude: 23 }],
  ])('a centre given as a pair of numbers, %s, measures in radians', async (_how, near) => {
    await scratch.remove({});
    await scratch.insert([
      { _id: 'at', place: place([113, 23]) },
      { _id: 'near', place: place([113.01, 23]) },
      { _id: 'far', place: place([114, 23]) },
    ]);
    const ask = async (more: Document) => {
      const stage: Document = { near, spherical: true, distanceField: 'away', key: 'place', ...more };
      return (await scratch.aggregate([['$geoNear', stage]])).map(({ _id, away }) => [_id, away]);
    };
    const meters = distanceMeters(113, 23, 113.01, 23);
    const radians = meters / earthRadiusMeters;
    expect(await ask({ minDistance: radians / 2, maxDistance: 0.01 })).toEqual([['near', radians]]);
    expect(await ask({ maxDistance: 0.01, distanceMultiplier: earthRadiusMeters })).toEqual([
      ['at', 0],
      ['near', meters],
    ]);
  });
});
