import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import populations from './populations.json';
import type { Random } from './random';
import { weightedDraw } from './weighted';

/** Where an invented person is: a point (`[lng, lat]`, GCJ-02) and its region. */
export interface Home {
  point: [number, number];
  districtCode: string;
  cityCode: string;
  provinceCode: string;
  /** 湖南省长沙市岳麓区 */
  regionLabel: string;
}

interface Neighbourhood extends Omit<Home, 'point'> {
  centre: readonly [number, number];
  /** Ten thousands of people. */
  population: number;
  spreadMeters: number;
}

type RegionRow = readonly [adcode: string, name: string, lng: number, lat: number];

/**
 * Draws homes as people live: districts by their city's population (census of 2020, approximate), points around the
 * district's centre, three in four of them in its core.
 */
export function createHomes(): {
  draw: (random: Random) => Home;
  at: (adcode: string, random: Random) => Home;
} {
  const places = neighbourhoods(readRegionRows());
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

function neighbourhoods(rows: readonly RegionRow[]): Neighbourhood[] {
  const names = new Map(rows.map(([adcode, name]) => [adcode, name]));
  const parents = new Set(
    rows.filter(([adcode]) => !adcode.endsWith('00')).map(([adcode]) => cityOf(adcode)),
  );
  const leaves = rows.filter(([adcode]) => !parents.has(adcode) && !adcode.endsWith('0000'));
  const shares = new Map<string, number>();
  for (const [adcode, name] of leaves) {
    shares.set(cityOf(adcode), (shares.get(cityOf(adcode)) ?? 0) + shareOf(name));
  }
  return leaves.flatMap(([adcode, name, lng, lat]) => {
    const cityCode = cityOf(adcode);
    const provinceCode = `${adcode.slice(0, 2)}0000`;
    const cityPopulation = (populations as Readonly<Record<string, number>>)[cityCode] ?? 0;
    const population = (cityPopulation * shareOf(name)) / (shares.get(cityCode) ?? 1);
    if (population === 0) return [];
    const regionLabel = label([names.get(provinceCode), names.get(cityCode), name]);
    const spreadMeters = spreadOf(name, population);
    return [
      {
        centre: [lng, lat] as const,
        population,
        spreadMeters,
        districtCode: adcode,
        cityCode,
        provinceCode,
        regionLabel,
      },
    ];
  });
}

/** A city's urban districts hold more of its people than its counties do. */
function shareOf(name: string): number {
  if (name.endsWith('区')) return 1.3;
  if (name.endsWith('市')) return 1;
  return name.endsWith('县') ? 0.7 : 0.4;
}

/** Standard deviation: people of a county live in its villages too. */
function spreadOf(name: string, population: number): number {
  const core = 1100 * Math.sqrt(population / 10);
  return Math.min(9000, Math.max(900, name.endsWith('区') ? core : core * 1.8));
}

function label(names: readonly (string | undefined)[]): string {
  const said = names.filter((name) => name !== undefined && !/^(省直辖县|自治区直辖县|郊县)$/.test(name));
  return [...new Set(said)].join('');
}

function cityOf(adcode: string): string {
  return `${adcode.slice(0, 4)}00`;
}

function sixDecimals(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}

/** Read as data: the local cloud imports nothing of the product but its contract. */
function readRegionRows(): RegionRow[] {
  const path = join(__dirname, '../../cloudfunctions/shared/regions/regions.json');
  return JSON.parse(readFileSync(path, 'utf8')) as RegionRow[];
}
