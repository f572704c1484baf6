import fc from 'fast-check';
import { compileQuery } from '../query/matcher';
import { neighbourhood, polygonIn, positionIn, shapeIn } from '../../test/arbitrary/arbitrary-shapes';
import { naiveAngle, naiveContains, naiveInCap, naiveMeet, naiveShape } from '../../test/reference/naive-geo';
import { scratchDatabase, type Scratch } from '../../test/scratch-database';
import type { Document } from '../values/value';
import { oracleSeed as seed } from '../../test/arbitrary/oracle-seed';

const earthMeters = 6_378_100;

/** Shapes around one place, and a polygon, a shape and a circle to query them with. */
const world = neighbourhood.chain((around) =>
  fc.record({
    reach: fc.constant(around.reach),
    shapes: fc.array(shapeIn(around), { minLength: 4, maxLength: 10 }),
    polygon: polygonIn(around),
    shape: shapeIn(around),
    centre: positionIn(around),
    share: fc.double({ min: 0.05, max: 1.5, noNaN: true }),
  }),
);

describe('shapes on the earth', () => {
  let scratch: Scratch;
  let documents: Document[] = [];
  beforeAll(async () => {
    scratch = await scratchDatabase(['place_2dsphere', 'kind_1_place_2dsphere']);
  });
  afterAll(() => scratch.close());

  const fill = async (shapes: Document[]): Promise<void> => {
    documents = shapes.map((place, i): Document => ({ _id: `d${i}`, kind: i % 2, place }));
    await scratch.remove({});
    await scratch.insert(documents);
  };
  /**
   * Expects exactly the wanted documents, with an index and without. Where `wanted` is undefined either answer is right, but both
   * must agree.
   */
  const expectFound = async (query: Document, wanted: (boolean | undefined)[]): Promise<void> => {
    const ids = (await scratch.find({ place: query })).map(({ _id }) => String(_id)).sort();
    const scanned = documents.filter(compileQuery({ place: query })).map(({ _id }) => String(_id));
    expect(scanned.sort()).toEqual(ids);
    wanted.forEach((each, i) => {
      if (each !== undefined)
        expect({ query, id: i, found: ids.includes(`d${i}`) }).toEqual({ query, id: i, found: each });
    });
  };

  test(`are within polygons and circles, and intersect, as windings and crossings show: 2,000 queries (ORACLE_SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(world, async ({ reach, shapes, polygon, shape, centre, share }) => {
        await fill(shapes);
        const known = shapes.map(naiveShape);
        const outer = naiveShape(polygon);
        await expectFound(
          { $geoWithin: { $geometry: polygon } },
          known.map((each) => naiveContains(outer, each)),
        );
        const angle = share * reach;
        await expectFound(
          { $geoWithin: { $centerSphere: [centre, angle] } },
          known.map((each) => naiveInCap(centre, angle, each)),
        );
        const other = naiveShape(shape);
        await expectFound(
          { $geoIntersects: { $geometry: shape } },
          known.map((each) => naiveMeet(each, other)),
        );
      }),
      { numRuns: 100, seed },
    );
  });

  test(`come nearest first, as a search along every arc shows: 100 walks (ORACLE_SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.boolean(), async ({ reach, shapes, centre, share }, bounded) => {
        await fill(shapes);
        const [minDistance, maxDistance] = bounded
          ? [share * reach * earthMeters * 0.3, share * reach * earthMeters]
          : [0, 1e9];
        const near = { type: 'Point', coordinates: centre };
        const found = await scratch.aggregate([
          ['$geoNear', { near, distanceField: 'meters', key: 'place', minDistance, maxDistance }],
          ['$limit', 100],
        ]);
        const meters = shapes.map((each) => naiveAngle(centre, naiveShape(each)) * earthMeters);
        const slack = (distance: number): number => 0.01 + distance * 1e-9;
        let last = 0;
        for (const { _id, meters: told } of found) {
          const distance = meters[Number(String(_id).slice(1))] as number;
          expect(Math.abs(Number(told) - distance)).toBeLessThan(slack(distance));
          expect(Number(told)).toBeGreaterThanOrEqual(last);
          last = Number(told);
        }
        const ids = found.map(({ _id }) => _id);
        meters.forEach((distance, i) => {
          const atRim = [minDistance, maxDistance].some((rim) => Math.abs(distance - rim) < slack(distance));
          if (!atRim) expect(ids.includes(`d${i}`)).toBe(distance >= minDistance && distance <= maxDistance);
        });
      }),
      { numRuns: 100, seed },
    );
  });

  test(`contain their own corners (ORACLE_SEED=${seed})`, async () => {
    await fc.assert(
      fc.asyncProperty(neighbourhood.chain(polygonIn), async (polygon) => {
        const rings = (polygon.type === 'Polygon' ? [polygon.coordinates] : polygon.coordinates) as [
          number,
          number,
        ][][][];
        const corners = rings.flat(2);
        await fill(corners.map((coordinates) => ({ type: 'Point', coordinates })));
        await expectFound(
          { $geoIntersects: { $geometry: polygon } },
          corners.map(() => true),
        );
      }),
      { numRuns: 40, seed },
    );
  });
});
