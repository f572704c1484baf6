import { cityCodeOf, provinceCodeOf } from '@facts/regions/region-codes';
import { regionLabel } from '@facts/regions/region-label';
import { isSmallest, regions } from '@facts/regions/region-tree';
import populations from './populations.json';
import type { Random } from './random';
import { weightedDraw } from './weighted';

/** The place of an invented person: a point (`[lng, lat]`, GCJ-02) and its region. */
export interface Home {
  point: [number, number];
  districtCode: string;
  cityCode: string;
  provinceCode: string;
  /** The full label, such as 湖南省长沙市岳麓区. */
  regionLabel: string;
}

interface Neighbourhood extends Omit<Home, 'point'> {
  centre: readonly [number, number];
  /** Population in units of 10,000. */
  population: number;
  spreadMeters: number;
}

/**
 * Draws homes where people live: cities by their population (census of 2020, approximate), then points around a
 * district's centre, three in four of them in its core.
 */
export function createHomes(): {
  draw(random: Random): Home;
  at(adcode: string, random: Random): Home;
} {
  const places = neighbourhoods();
  const byCode = new Map(places.map((place) => [place.districtCode, place]));
  const drawPlace = weightedDraw(places, ({ population }) => population);
  return {
    draw: (random) => homeIn(drawPlace(random), random),
    at: (adcode, random) => {
      const place = byCode.get(adcode);
      if (place === undefined) throw new Error(`no such district: ${adcode}`);
      return homeIn(place, random);
    },
  };
}

const metersPerDegree = 111_195;

function homeIn({ centre, spreadMeters, population: _, ...region }: Neighbourhood, random: Random): Home {
  const meters = spreadMeters * (random.chance(0.75) ? 1 : 2.5);
  const lat = centre[1] + (random.gaussian() * meters) / metersPerDegree;
  const perDegree = metersPerDegree * Math.cos((lat * Math.PI) / 180);
  const lng = centre[0] + (random.gaussian() * meters) / perDegree;
  return { ...region, point: [sixDecimals(lng), sixDecimals(lat)] };
}

function neighbourhoods(): Neighbourhood[] {
  const leaves = regions.filter(isSmallest);
  const shares = new Map<string, number>();
  for (const { adcode, name } of leaves) {
    const cityCode = cityCodeOf(adcode);
    shares.set(cityCode, (shares.get(cityCode) ?? 0) + shareOf(name));
  }
  return leaves.flatMap(({ adcode, name, centre }) => {
    const cityCode = cityCodeOf(adcode);
    const cityPopulation = (populations as Readonly<Record<string, number>>)[cityCode] ?? 0;
    const population = (cityPopulation * shareOf(name)) / (shares.get(cityCode) ?? 1);
    if (population === 0) return [];
    return [
      {
        centre,
        population,
        spreadMeters: spreadOf(name, population),
        districtCode: adcode,
        cityCode,
        provinceCode: provinceCodeOf(adcode),
        regionLabel: regionLabel(adcode),
      },
    ];
  });
}

/** More of a city's people live in its urban districts than in its counties. */
function shareOf(name: string): number {
  if (name.endsWith('区')) return 1.3;
  if (name.endsWith('市')) return 1;
  return name.endsWith('县') ? 0.7 : 0.4;
}

/** Standard deviation of the distance; larger in a county, because people live in its villages too. */
function spreadOf(name: string, population: number): number {
  const core = 1100 * Math.sqrt(population / 10);
  return Math.min(9000, Math.max(900, name.endsWith('区') ? core : core * 1.8));
}

function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
