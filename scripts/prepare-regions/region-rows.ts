import { carvedOut } from './changes';
import { areaOf, cityCentre, districtCentre } from './centres';
import { joinShapes } from './join-shapes';
import { readDivisions, readShapes } from './sources';
import type { Position } from './geometry';
import type { Division, Shape } from './sources';

export type RegionRow = [adcode: string, name: string, longitude: number, latitude: number];

/** Every province, city and district of the sources in folder `from`, by ascending adcode (parents first). */
export function regionRows(from: string): RegionRow[] {
  const { provinces, cities, districts } = readDivisions(from);
  const shapes = readShapes(from);
  const leaves = [...districts, ...specialRegions(shapes)];
  const joined = joinShapes(leaves, shapes);
  const placed = leaves.map(({ code, name }) => {
    const outlines = joined.get(code) ?? [];
    return { adcode: code, name, centre: districtCentre(code, outlines), area: areaOf(outlines) };
  });
  const within = (prefix: string): typeof placed => placed.filter(({ adcode }) => adcode.startsWith(prefix));

  const rows: RegionRow[] = placed.map(({ adcode, name, centre }) => [adcode, name, ...centre]);
  const cityCentres = new Map<string, Position>();
  for (const { code, name } of cities) {
    const adcode = `${code}00`;
    const centre = cityCentre(adcode, within(code));
    cityCentres.set(adcode, centre);
    // Dongguan, Zhongshan and Danzhou have no districts, so the city itself is the leaf, and `rows` has it already.
    if (!rows.some((row) => row[0] === adcode)) rows.push([adcode, cityName(name), ...centre]);
  }
  for (const { code, name } of provinces) {
    const adcode = `${code.slice(0, 2)}0000`;
    const centre =
      cityCentres.get(`${adcode.slice(0, 2)}0100`) ??
      carvedOut[adcode] ??
      within(code.slice(0, 2))[0]?.centre;
    if (centre === undefined) throw new Error(`no centre for ${name}`);
    rows.push([adcode, name, ...centre]);
  }
  return rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function specialRegions(shapes: readonly Shape[]): Division[] {
  return shapes
    .filter(({ adcode }) => /^8[12]/.test(adcode))
    .map(({ adcode, name }) => ({ code: adcode, name }));
}

/** The levels that the standard calls 县 and 直辖县级行政区划 exist in codes only. `isSpoken` recognises them by these names. */
function cityName(name: string): string {
  return name === '县' ? '郊县' : name.replace('直辖县级行政区划', '直辖县');
}
