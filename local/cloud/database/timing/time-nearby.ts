import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { CollectionSpec } from '../../collection-spec';
import { openDatabase, type Database } from '../database';
import { CITIES, randomNumbers, samplePosts } from './sample-posts';

/*
 * Times the engine alone on nearby searches: `npx tsx local/cloud/database/timing/time-nearby.ts --posts 260000`.
 */

const { values } = parseArgs({
  options: {
    posts: { type: 'string', default: '260000' },
    rounds: { type: 'string', default: '300' },
    dir: { type: 'string' },
  },
});

const POSTS: CollectionSpec = {
  collectionName: 'posts',
  aclTag: 'ADMINONLY',
  indexes: [
    {
      indexName: 'nearby',
      unique: false,
      keys: [
        { name: 'board', direction: '1' },
        { name: 'status', direction: '1' },
        { name: 'itemCodes', direction: '1' },
        { name: 'publicPoint', direction: '2dsphere' },
      ],
    },
  ],
};

type Query = {
  name: string;
  centre(): [number, number];
  codes: string[];
  maxDistance: number;
  skip?: number;
};

async function main(): Promise<void> {
  const count = Number(values.posts);
  const dir = values.dir ?? mkdtempSync(join(tmpdir(), 'time-nearby-'));
  let started = performance.now();
  const database = await openDatabase({ dir, collections: [POSTS] });
  console.log(`open ${(performance.now() - started).toFixed(0)} ms`);
  const { data } = (await database.handle('database.calculateDocument', { collectionName: 'posts' })) as {
    data: { total: number };
  };
  if (data.total === 0) {
    started = performance.now();
    await database.bulkLoad('posts', samplePosts(count, 7), (done) => {
      if (done % 50_000 === 0) console.log(`loaded ${done}`);
    });
    const seconds = (performance.now() - started) / 1000;
    console.log(`load ${seconds.toFixed(1)} s, ${Math.round(count / seconds)} a second`);
  }
  const random = randomNumbers(11);
  const inCity = (): [number, number] => {
    const city = CITIES[Math.floor(random() * CITIES.length)] ?? [116.4, 39.9, 1];
    return [city[0] + (random() - 0.5) * 0.3, city[1] + (random() - 0.5) * 0.3];
  };
  const county = (): [number, number] => [96 + random() * 4, 24 + random() * 4];
  const queries: Query[] = [
    { name: 'dense', centre: inCity, codes: ['item-0'], maxDistance: 20_000 },
    { name: 'in3', centre: inCity, codes: ['item-0', 'item-1', 'item-2'], maxDistance: 20_000 },
    { name: 'page5', centre: inCity, codes: ['item-0'], maxDistance: 20_000, skip: 80 },
    { name: 'sparse', centre: county, codes: ['item-9'], maxDistance: 500_000 },
    { name: 'rare', centre: inCity, codes: ['rare'], maxDistance: 500_000 },
  ];
  for (const query of queries) await run(database, { ...query, name: `${query.name} (first)` }, 1);
  for (const query of queries) await run(database, query, Number(values.rounds));
  console.log('memory', database.memoryReport(), `${Math.round(process.memoryUsage().rss / 1e6)} MB`);
  await database.close();
  if (!values.dir) rmSync(dir, { recursive: true });
}

async function run(
  database: Database,
  { name, centre, codes, maxDistance, skip = 0 }: Query,
  rounds: number,
): Promise<void> {
  const times: number[] = [];
  let answers = 0;
  for (let i = 0; i < rounds; i++) {
    const near = { type: 'Point', coordinates: centre() };
    const query = {
      board: 'need',
      status: 'published',
      itemCodes: codes.length > 1 ? { $in: codes } : codes[0],
    };
    const geoNear = { near, distanceField: 'distance', spherical: true, maxDistance, query };
    const stages = [
      { stageKey: '$geoNear', stageValue: JSON.stringify(geoNear) },
      { stageKey: '$skip', stageValue: String(skip) },
      { stageKey: '$limit', stageValue: '20' },
    ];
    const from = performance.now();
    const { data } = (await database.handle('database.aggregateDocuments', {
      collectionName: 'posts',
      stages,
    })) as {
      data: { list: string[] };
    };
    times.push(performance.now() - from);
    answers += data.list.length;
  }
  times.sort((a, b) => a - b);
  const at = (share: number): string =>
    `${((times[Math.floor((times.length - 1) * share)] ?? 0) * 1000).toFixed(0)} µs`;
  console.log(`${name.padEnd(16)} p50 ${at(0.5)}  p99 ${at(0.99)}  answers ${(answers / rounds).toFixed(1)}`);
}

void main();
