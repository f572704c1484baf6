import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { distanceMeters } from '../../cloudfunctions/shared/domain/distance';
import type { Home } from '../../local/seed/homes';
import { createHomes } from '../../local/seed/homes';
import type { Random } from '../../local/seed/random';

/** Central districts of the largest cities: half of all posts are written in them. */
const DENSE_DISTRICTS = [
  ...['110105', '110101', '110108', '310101', '310104', '310107', '440106', '440104', '440305', '440304'],
  ...['510105', '510107', '500103', '500106', '420106', '420102', '330102', '330106', '610103', '610113'],
];

/** Counties where nobody has posted yet: nothing lies within `SILENT_METERS` of them. */
const SILENT_COUNTIES: readonly (Coordinates & { readonly length: 2 })[] = [
  [98.666, 27.741], // 贡山
  [95.3332, 29.3253], // 墨脱
  [101.0557, 41.9546], // 额济纳旗
  [88.1672, 39.0232], // 若羌
  [95.619, 33.845], // 治多
  [87.2368, 31.7847], // 尼玛
];
const SILENT_METERS = 60_000;
/** People of a silent county look from this near its centre, so that nothing is within 50 km of them. */
const COUNTY_METERS = 8_000;

/** Where posts are written and where people look from. */
export interface Places {
  /** Where a post is written. */
  writer(random: Random): Home;
  /** Somebody in a large city. */
  inDenseCity(random: Random): Home;
  /** Somebody anywhere, as people are spread. */
  anywhere(random: Random): Home;
  /** Somebody in a county with nothing within 50 km. */
  inSilentCounty(random: Random): Coordinates;
}

export function createPlaces(): Places {
  const homes = createHomes();
  const inDenseCity = (random: Random): Home => homes.at(random.pick(DENSE_DISTRICTS), random);
  return {
    inDenseCity,
    anywhere: homes.draw,
    writer(random) {
      if (random.chance(0.5)) return inDenseCity(random);
      let home = homes.draw(random);
      while (isSilent(home)) home = homes.draw(random);
      return home;
    },
    inSilentCounty(random) {
      const [lng, lat] = random.pick(SILENT_COUNTIES);
      const degrees = COUNTY_METERS / 111_195 / Math.SQRT2;
      const shift = (): number => (2 * random.unit() - 1) * degrees;
      return [lng + shift(), lat + shift()];
    },
  };
}

/** Provinces that have a silent county, or border on one's surroundings. */
const SILENT_PROVINCES = new Set(['150000', '530000', '540000', '620000', '630000', '650000']);

const isSilent = ({ provinceCode, point }: Home): boolean =>
  SILENT_PROVINCES.has(provinceCode) &&
  SILENT_COUNTIES.some((county) => distanceMeters(point, county) < SILENT_METERS);
