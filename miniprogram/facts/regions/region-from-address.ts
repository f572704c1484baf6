import { parentCode } from './region-codes';
import { shortName } from './region-names';
import { childrenOf, isSpoken, regionAt, regions } from './region-tree';
import type { Region } from './region-tree';

/**
 * The most exact region that an address begins with: 湖南省长沙市岳麓区麓山南路932号 → 岳麓区.
 * Levels may be missing (长沙市岳麓区…, 岳麓区…), said twice (北京市北京市…), shortened (湖南长沙…) or set apart
 * by spaces and commas. Of a name that several regions share (朝阳区, with nothing above it) the answer is what they
 * have in common: a region above them, or undefined.
 */
export function regionFromAddress(address: string): Region | undefined {
  const text = address
    .slice(0, longestPrefix)
    .replace(/[\s,，·]+/g, '')
    .replace(/^中国/, '');
  const readings = readProvince(text);
  const longest = Math.max(...readings.map(({ length }) => length));
  const [first, ...others] = readings.filter(
    ({ length, region }) => length === longest && region !== undefined,
  );
  return others.reduce<Region | undefined>(
    (shared, { region }) => commonRegion(shared, region),
    first?.region,
  );
}

/** One way to read the beginning of a text: the region it ends in, and how many characters name it. */
interface Reading {
  region: Region | undefined;
  length: number;
}

/** No address names its district later than this; an address may be of any length. */
const longestPrefix = 200;

const provinces = childrenOf();
const cities = regions.filter(({ level }) => level === 'city');
const districts = regions.filter(({ level }) => level === 'district');

function readProvince(text: string): Reading[] {
  const without = readCity(text, undefined);
  const within = provinces.flatMap((province) => {
    const said = saidLength(text, province);
    return said === 0
      ? []
      : readCity(text.slice(said), province).map((reading) => below(reading, province, said));
  });
  return [...without, ...within];
}

function readCity(text: string, province: Region | undefined): Reading[] {
  const candidates =
    province === undefined ? cities : regions.filter(({ adcode }) => parentCode(adcode) === province.adcode);
  const within = candidates
    .filter(({ level }) => level === 'city')
    .flatMap((city) => {
      const said = saidLength(text, city);
      return said === 0
        ? []
        : readDistrict(text.slice(said), districtsNear(city)).map((reading) => below(reading, city, said));
    });
  const all =
    province === undefined ? districts : districts.filter(({ adcode }) => isWithin(adcode, province));
  return [...readDistrict(text, all), ...within];
}

function readDistrict(text: string, candidates: readonly Region[]): Reading[] {
  const said = candidates.map((region) => ({ region, length: saidLength(text, region) }));
  return [{ region: undefined, length: 0 }, ...said.filter(({ length }) => length > 0)];
}

function below(reading: Reading, above: Region, said: number): Reading {
  return { region: reading.region ?? above, length: reading.length + said };
}

/** A city's districts, and those of its province that addresses also put below it (重庆市云阳县). */
function districtsNear(city: Region): readonly Region[] {
  const siblings = regions.filter(({ adcode }) => parentCode(adcode) === parentCode(city.adcode));
  const unspoken = siblings.filter((sibling) => sibling !== city && !isSpoken(sibling));
  return [city, ...unspoken].flatMap(({ adcode }) => childrenOf(adcode));
}

/**
 * Characters of `text` that name the region. A district's short name counts at the end of the text only: 新华路 is a
 * road in many towns, not the district 新华区.
 */
function saidLength(text: string, region: Region): number {
  if (text.startsWith(region.name)) return region.name.length;
  const short = shortName(region);
  const counts = region.level === 'district' ? text === short : text.startsWith(short);
  return counts ? short.length : 0;
}

function commonRegion(a: Region | undefined, b: Region | undefined): Region | undefined {
  if (a === undefined || b === undefined) return undefined;
  const path = [b.adcode, parentCode(b.adcode), parentCode(parentCode(b.adcode))];
  for (let code = a.adcode; code !== ''; code = parentCode(code)) {
    if (path.includes(code)) return regionAt(code);
  }
  return undefined;
}

function isWithin(adcode: string, province: Region): boolean {
  return adcode.slice(0, 2) === province.adcode.slice(0, 2);
}
