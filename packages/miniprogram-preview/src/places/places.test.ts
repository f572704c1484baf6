import fc from 'fast-check';
import { contains } from './contains';
import { flatMeters } from './flat-meters';
import { createGazetteer } from './gazetteer';
import { knownPlaces } from './known-places';
import { outlineData } from './outline-data';
import { carriedRegions, placeRegions } from './region-data';

const regions = placeRegions(carriedRegions());
const { searchPlaces, nearestAddress, outlines } = createGazetteer();
const changsha: [number, number] = [112.97, 28.19];

test('a district is found by its name, with its full address', () => {
  expect(searchPlaces('岳麓区')[0]).toMatchObject({ name: '岳麓区', address: '湖南省长沙市岳麓区' });
});

test.each([
  ['湘雅', '湘雅医院'],
  ['北京南站', '北京南站'],
  ['长沙 火车', undefined],
  ['长沙市 大学', '湖南大学'],
  ['不存在的地方', undefined],
  ['', undefined],
  ['   ', undefined],
])('searching %j finds %s', (query, name) => {
  const names = searchPlaces(query).map((place) => place.name);
  if (name === undefined) expect(names).toEqual([]);
  else expect(names).toContain(name);
});

test('of places with the same name the nearest comes first', () => {
  expect(searchPlaces('鼓楼区', [118.78, 32.06])[0]?.address).toBe('江苏省南京市鼓楼区');
  expect(searchPlaces('鼓楼区', [119.3, 26.08])[0]?.address).toBe('福建省福州市鼓楼区');
});

test('an empty query near a point gives the places around the point', () => {
  const [first] = searchPlaces('', changsha);
  expect(first && flatMeters(changsha, [first.longitude, first.latitude])).toBeLessThan(3000);
});

test('a municipality is listed once', () => {
  expect(searchPlaces('北京市').filter(({ address }) => address === '北京市')).toHaveLength(1);
});

test('every known place lies in the district of its address, to about 1 km', () => {
  const outlineOf = new Map(outlineData().districts.map((outline) => [outline.adcode, outline]));
  for (const place of knownPlaces(regions)) {
    const region = regions.all.find(({ label }) => `${label}${place.name}` === place.address);
    expect(region).toBeDefined();
    const outline = outlineOf.get(region?.adcode ?? '');
    if (outline === undefined) continue;
    const { longitude, latitude } = place;
    const around = [...Array(16).keys()].map((i): [number, number] => [
      longitude + 0.012 * Math.cos((i * Math.PI) / 8),
      latitude + 0.01 * Math.sin((i * Math.PI) / 8),
    ]);
    expect(
      [[longitude, latitude] as [number, number], ...around].some((point) => contains(outline, point)),
    ).toBe(true);
  }
});

test('a tapped point is called by the district that holds it', () => {
  expect(nearestAddress([112.9, 28.22])).toEqual({ address: '湖南省长沙市岳麓区', name: '岳麓区(地图选点)' });
});

test('a tapped place is called by its name', () => {
  const [place] = searchPlaces('湘雅医院');
  expect(place && nearestAddress([place.longitude, place.latitude]).name).toBe('湘雅医院');
});

test('a district’s centre is named as that district, except a few whose borders have moved', () => {
  const leaves = regions.all.filter(({ isLeaf }) => isLeaf);
  const wrong = leaves.filter(({ centre, label }) => !nearestAddress(centre).address.startsWith(label));
  expect(wrong.length).toBeLessThan(leaves.length * 0.03);
});

test('any point on earth has an address', () => {
  const degrees = (limit: number): fc.Arbitrary<number> =>
    fc.double({ min: -limit, max: limit, noNaN: true });
  fc.assert(
    fc.property(degrees(180), degrees(90), (lng, lat) => {
      expect(nearestAddress([lng, lat]).address).not.toBe('');
    }),
  );
});

test('a small box gets districts, a large one cities only', () => {
  const near = outlines([112.8, 28, 113.2, 28.4]);
  expect(near.map(({ name }) => name)).toEqual(expect.arrayContaining(['岳麓区', '芙蓉区', '长沙市']));
  const whole = outlines([73, 3, 136, 54]);
  expect(whole.length).toBeGreaterThan(330);
  expect(whole.length).toBeLessThan(400);
  expect(whole.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['长沙市', '台湾省', '琼海市', '三沙市']),
  );
});

test('every outline has a name, and rings of three corners or more', () => {
  for (const { name, rings } of outlines([73, 3, 136, 54])) {
    expect(name).not.toBe('');
    for (const ring of rings) expect(ring.length).toBeGreaterThanOrEqual(3);
  }
});

test('regions that the caller gives replace the built-in ones', () => {
  const own = createGazetteer([
    { adcode: '430000', name: '湘', centre: [113, 28] },
    { adcode: '430100', name: '潭州', centre: [112.9, 28.2] },
  ]);
  expect(own.searchPlaces('潭州')).toMatchObject([{ address: '湘潭州' }]);
  expect(own.nearestAddress([112.9, 28.22]).address).toBe('湘潭州');
  expect(own.regionTree).toEqual([
    { code: '430000', name: '湘', children: [{ code: '430100', name: '潭州', children: [] }] },
  ]);
});

test('without regions a point has no address', () => {
  expect(createGazetteer([]).nearestAddress([90, 30])).toEqual({ address: '', name: '(地图选点)' });
});
