import { describeDatabase, idsOf, refusalOf, thingsCollection } from './database-cloud';
import type { Row } from './sdk-drivers';

const placesCollection = 'conformance_places';
const routesCollection = 'conformance_routes';

/** Along the equator a thousandth of a degree is 111.3 m on the sphere that MongoDB measures on (radius 6378.1 km). */
const metersADegree = (Math.PI * 6378100) / 180;

describeDatabase('geography', [placesCollection, routesCollection, thingsCollection], (room) => {
  const places = () => room.speaker.collection(placesCollection);
  const point = (lng: number, lat: number) => new room.speaker.Geo.Point!(lng as never, lat as never);
  const polygon = (...corners: [number, number][]) => {
    const { LineString, Polygon } = room.speaker.Geo;
    const ring = new LineString!(corners.map(([lng, lat]) => point(lng, lat)) as never);
    return new Polygon!([ring] as never);
  };
  const line = () =>
    places().addAll([1, 2, 3, 5, 8].map((n) => ({ _id: `p${n}`, n, place: point(n / 1000, 0) })));

  test('points come back as points', async () => {
    await places().add({ _id: 'x', place: point(113.5, 22.25) });
    const row = (await places().read('x')) as { place: { longitude: number; latitude: number } };
    expect([row.place.longitude, row.place.latitude]).toEqual([113.5, 22.25]);
  });

  test('geoNear finds the nearest first, within its distances', async () => {
    await line();
    const { _ } = room.speaker;
    const near = (more: Row) => ({ place: _.geoNear({ geometry: point(0, 0), ...more }) });
    expect(idsOf(await places().find(near({})))).toEqual(['p1', 'p2', 'p3', 'p5', 'p8']);
    expect(idsOf(await places().find(near({ minDistance: 200, maxDistance: 600 })))).toEqual([
      'p2',
      'p3',
      'p5',
    ]);
    expect(idsOf(await places().find({ ...near({}), n: _.gt(2) }, { limit: 2 }))).toEqual(['p3', 'p5']);
  });

  test('the geoNear stage gives the distance in metres', async () => {
    await line();
    const stage = { near: point(0, 0), distanceField: 'how.far', spherical: true, query: { n: { $gt: 1 } } };
    const rows = await places().aggregate([
      ['geoNear', { ...stage, includeLocs: 'at', distanceMultiplier: 2, maxDistance: 600 }],
      ['limit', 2],
    ]);
    expect(idsOf(rows)).toEqual(['p2', 'p3']);
    const { how } = rows[0] as { how: { far: number } };
    expect(how.far).toBeCloseTo((2 * 2 * metersADegree) / 1000, 0);
    expect(rows[0]).toMatchObject({ at: { type: 'Point', coordinates: [0.002, 0] } });
  });

  test('geoWithin a circle and a polygon', async () => {
    await line();
    const { _ } = room.speaker;
    const circle = _.geoWithin({ centerSphere: [[0, 0], 400 / 6378100] });
    expect(idsOf(await places().find({ place: circle })).sort()).toEqual(['p1', 'p2', 'p3']);
    const square = polygon([0.0015, -1], [0.0055, -1], [0.0055, 1], [0.0015, 1], [0.0015, -1]);
    expect(idsOf(await places().find({ place: _.geoWithin({ geometry: square }) })).sort()).toEqual([
      'p2',
      'p3',
      'p5',
    ]);
  });

  test('geoIntersects lines, polygons and points of every kind', async () => {
    const { LineString, MultiPoint, MultiPolygon } = room.speaker.Geo;
    const square = polygon([0, 0], [2, 0], [2, 2], [0, 2], [0, 0]);
    await places().addAll([
      { _id: 'crossing', place: new LineString!([point(-1, 1), point(3, 1)] as never) },
      { _id: 'beside', place: new LineString!([point(-1, 3), point(3, 3)] as never) },
      { _id: 'inside', place: point(1, 1.5) },
      { _id: 'partly', place: new MultiPoint!([point(9, 9), point(1, 1)] as never) },
      { _id: 'overlapping', place: polygon([1, 1], [5, 1], [5, 5], [1, 5], [1, 1]) },
      { _id: 'far', place: new MultiPolygon!([polygon([8, 8], [9, 8], [9, 9], [8, 8])] as never) },
    ]);
    const found = await places().find({ place: room.speaker._.geoIntersects({ geometry: square }) });
    expect(idsOf(found).sort()).toEqual(['crossing', 'inside', 'overlapping', 'partly']);
  });

  test('with several indexes the stage must name one', async () => {
    const routes = room.speaker.collection(routesCollection);
    await routes.addAll([
      { _id: 'a', from: point(0, 0), to: point(5, 5) },
      { _id: 'b', from: point(5, 5), to: point(0, 0) },
    ]);
    const stage = () => ({ near: point(0, 0), distanceField: 'm', spherical: true });
    expect(idsOf(await routes.aggregate([['geoNear', { ...stage(), key: 'to' }]]))).toEqual(['b', 'a']);
    expect((await refusalOf(routes.aggregate([['geoNear', stage()]]))).text).toMatch(
      /more than one 2dsphere index/,
    );
  });

  test('unanswerable queries are refused', async () => {
    await line();
    const things = room.speaker.collection(thingsCollection);
    const near = room.speaker._.geoNear({ geometry: point(0, 0) });
    expect((await refusalOf(things.find({ place: near }))).text).toMatch(/geo/i);
    const stage = { near: point(0, 0), distanceField: 'm', spherical: true };
    expect((await refusalOf(things.aggregate([['geoNear', { ...stage }]]))).text).toMatch(/index/);
    expect(
      (
        await refusalOf(
          places().aggregate([
            ['limit', 5],
            ['geoNear', { ...stage }],
          ]),
        )
      ).text,
    ).toMatch(/first stage/);
  });

  test('the index refuses an invalid place', async () => {
    const text = (await refusalOf(places().add({ place: { type: 'Point', coordinates: [200, 0] } }))).text;
    expect(text).toMatch(/geo|extract/i);
    await places().add({ _id: 'without' });
    expect(await places().count({})).toBe(1);
  });
});
