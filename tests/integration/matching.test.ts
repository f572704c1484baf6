import { randomUUID } from 'node:crypto';
import type { NewsDocument } from '../../cloudfunctions/shared/contract/news-document';
import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { newPerson } from '../../cloudfunctions/shared/domain/person';
import { aDocument } from '../../cloudfunctions/shared/testing/a-document';
import { aDraft, yuelu } from '../../cloudfunctions/shared/testing/a-draft';
import { campaign } from '../../local/seed/catalogue';
import { seededRandom } from '../../local/providers/api/provider-faults';
import { booksOf, documents } from './contact-ledger';
import { matchingRuns } from '../crash/matching-runs';
import { output, personIdOf, startProduct, type Product } from './product';
import { seedOfRun } from './seed-of-run';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const headStart = 10;
const dayMs = 24 * hourMs;
const firstNoonMs = Date.parse('2022-12-20T12:00:00+08:00');

let product: Product;
/** Noon, when no donor sleeps, of the next day. */
let noonMs = firstNoonMs;
/** Where nothing of another test is within the last ring. */
let here = yuelu;
beforeAll(async () => {
  product = await startProduct({ nowMs: firstNoonMs });
});
beforeEach(async () => {
  here = { ...here, point: [here.point[0] - 0.7, here.point[1]] };
  const nowMs = product.cloud.clock.now();
  while (noonMs < nowMs) noonMs += dayMs;
  await product.cloud.clock.advance(noonMs - nowMs, { fire: 'once' });
});
afterAll(() => product.close());

const timers = (minutes = 1) => product.cloud.clock.advance(minutes * minuteMs, { fire: 'once' });
const spareHere = (portions: number) => aDraft('spare', { place: here, note: '', portions });

interface Waiting {
  id: string;
  ownerId: string;
  priority: 0 | 1;
  point: Coordinates;
  sinceMs: number;
}

let made = 0;

/** A need of a new person, as it is stored. */
async function need(
  point: Coordinates,
  priority: 0 | 1,
  sinceMs: number,
  matchedAtMs: number[] = [],
): Promise<Waiting> {
  made += 1;
  const id = made.toString(16).padStart(32, 'd');
  const ownerId = made.toString(16).padStart(32, 'c');
  await product.cloud.database.bulkLoad('persons', [{ ...newPerson(ownerId), matchedAtMs }]);
  const place = { type: 'Point' as const, coordinates: point };
  await product.load([
    aDocument({
      _id: id,
      ownerId,
      priority,
      groups: priority ? ['elderly'] : [],
      publicPoint: place,
      searchPoint: place,
      publishedAtMs: sinceMs,
      expiresAtMs: sinceMs + 48 * hourMs,
    }),
  ]);
  return { id, ownerId, priority, point, sinceMs };
}

const matches = async (postId: string): Promise<NewsDocument[]> =>
  (await documents<NewsDocument>(booksOf(product), 'news')).filter(
    (each) => each.postId === postId && each.kind.startsWith('match'),
  );
const publish = async (draft: ReturnType<typeof aDraft>, openid: string) =>
  output(await product.call('posts', 'publish', draft, openid));

test('in a random city each run notifies whom an oracle names, and each phone gets what its owner accepted', async () => {
  const report = await matchingRuns({ cities: 1, seed: seedOfRun }, () => undefined);
  expect(report.wrong).toEqual([]);
  expect(report.notices).toBeGreaterThan(0);
}, 300_000);

test('people in contact already, blocked people and the giver are skipped, and a spare that is gone is not announced', async () => {
  const donor = await product.enrol('donor');
  const spare = await publish(spareHere(2), donor);
  const centre = spare.publicPoint;
  const [own, blocked, first, second, third] = [
    await need(centre, 1, noonMs),
    await need(centre, 1, noonMs - 1),
    await need([centre[0] + 0.001, centre[1]], 0, noonMs),
    await need([centre[0] + 0.002, centre[1]], 0, noonMs),
    await need([centre[0] + 0.003, centre[1]], 0, noonMs),
  ];
  await product.load([
    aDocument({
      _id: 'e'.repeat(32),
      ownerId: personIdOf('donor'),
      publicPoint: { type: 'Point', coordinates: centre },
      searchPoint: { type: 'Point', coordinates: centre },
      publishedAtMs: noonMs - hourMs,
      expiresAtMs: noonMs + 48 * hourMs,
    }),
  ]);
  await product.cloud.database.handle('database.modifyDocument', {
    collectionName: 'persons',
    query: JSON.stringify({ _id: blocked.ownerId }),
    data: JSON.stringify({ $set: { blockedAtMs: 1 } }),
    multi: false,
    merge: true,
    upsert: false,
  });
  await timers();
  expect((await matches(spare.id)).map(({ recipient }) => recipient).sort()).toEqual(
    [own.ownerId, first.ownerId].sort(),
  );
  output(await product.call('posts', 'fulfil', { id: spare.id }, donor));
  await timers(30);
  expect(await matches(spare.id)).toHaveLength(2);
  expect([second, third]).toHaveLength(2);
});

test('a person is notified once an hour and six times a day, of whatever posts', async () => {
  const waiting = await need(here.point, 0, noonMs);
  const spares: string[] = [];
  for (let hour = 0; hour < 20; hour += 1) {
    spares.push((await publish(spareHere(1), await product.enrol(randomUUID()))).id);
    await timers(60);
  }
  const told = (await Promise.all(spares.map(matches))).flat();
  expect(new Set(told.map(({ recipient }) => recipient))).toEqual(new Set([waiting.ownerId]));
  const times = told.map(({ atMs }) => atMs).sort((a, b) => a - b);
  expect(times).toHaveLength(6);
  for (const [at, time] of times.entries())
    if (at > 0) expect(time - (times[at - 1] ?? 0)).toBeGreaterThanOrEqual(hourMs);
}, 300_000);

test('people who were notified of another post lately cost a wave no transactions of their own', async () => {
  for (let at = 0; at < 60; at += 1) await need(here.point, 0, noonMs - at, [noonMs - minuteMs]);
  const fresh = await need([here.point[0] + 0.01, here.point[1]], 0, noonMs);
  // The rounds of the needs themselves end first.
  await timers();
  const spare = await publish(spareHere(2), await product.enrol('giver-of-many'));
  const begun = () => product.cloud.operations()['database.startTransaction'] ?? 0;
  const before = begun();
  await timers();
  expect((await matches(spare.id)).map(({ recipient }) => recipient)).toEqual([fresh.ownerId]);
  expect(begun() - before).toBeLessThan(60);
});

test('an alert is notified of a spare without any post of its own, and a donor of a need, but not at night', async () => {
  const seeker = await product.enrol('seeker');
  const donor = await product.enrol('helper');
  output(
    await product.call('news', 'setAlert', { board: 'spare', items: ['ibuprofen'], place: here }, seeker),
  );
  output(await product.call('news', 'setAlert', { board: 'need', items: ['ibuprofen'], place: here }, donor));
  const spare = await publish(spareHere(1), await product.enrol('giver'));
  await timers();
  expect(await matches(spare.id)).toMatchObject([{ kind: 'match-spare', recipient: personIdOf('seeker') }]);
  await product.cloud.clock.advance(11 * hourMs, { fire: 'once' });
  const asked = await publish(aDraft('need', { place: here, note: '' }), await product.enrol('asker'));
  await timers(60);
  expect(await matches(asked.id)).toEqual([]);
  await product.cloud.clock.advance(8 * hourMs, { fire: 'once' });
  await timers();
  expect(await matches(asked.id)).toMatchObject([{ kind: 'match-need', recipient: personIdOf('helper') }]);
});

test('an alert keeps a cell of its place, is one however often it is set, and ends when its owner says so', async () => {
  const seeker = await product.enrol('watcher');
  const set = (point: [number, number]) =>
    product.call(
      'news',
      'setAlert',
      { board: 'spare', items: ['ibuprofen'], place: { ...here, point } },
      seeker,
    );
  output(await set(here.point));
  const near: [number, number] = [here.point[0] + 0.0001, here.point[1]];
  const [alert, ...others] = output(await set(near)).alerts;
  expect(others).toEqual([]);
  const alerts = await documents<{ ownerId: string }>(booksOf(product), 'alerts');
  const stored = alerts.find(({ ownerId }) => ownerId === personIdOf('watcher'));
  expect(JSON.stringify(stored)).not.toContain(String(near[0]));
  expect(output(await product.call('news', 'endAlert', { id: alert?.id ?? '' }, seeker)).alerts).toEqual([]);
});

test('simultaneous calls set no more alerts than a person may have', async () => {
  const greedy = await product.enrol('greedy');
  const { alertsPerPerson } = campaign.limits.matching;
  const sets = campaign.catalogue
    .slice(0, 2 * alertsPerPerson)
    .map(({ code }) =>
      product.call('news', 'setAlert', { board: 'spare', items: [code], place: here }, greedy),
    );
  const set = (await Promise.all(sets)).filter(({ ok }) => ok);
  const stored = await documents<{ ownerId: string }>(booksOf(product), 'alerts');
  const own = stored.filter(({ ownerId }) => ownerId === personIdOf('greedy'));
  expect(own).toHaveLength(set.length);
  expect(own.length).toBeLessThanOrEqual(alertsPerPerson);
});

test('a round that is cut short anywhere notifies each person once, and no more than it may', async () => {
  const random = seededRandom(seedOfRun);
  const portions = 2;
  const spare = await publish(spareHere(portions), await product.enrol('interrupted'));
  const centre = spare.publicPoint;
  for (let at = 0; at < 12; at += 1) await need([centre[0] + at / 1000, centre[1]], 0, noonMs - at);
  const actions = [
    'getDocument',
    'modifyDocument',
    'startTransaction',
    'commitTransaction',
    'aggregateDocuments',
  ];
  for (let minute = 0; minute < 90; minute += 1) {
    const action = `database.${actions[Math.floor(random() * actions.length)]}`;
    const skipped = Math.floor(random() * 20);
    const fault = { action, functionName: 'news' } as const;
    if (skipped > 0) product.cloud.faults.add({ ...fault, kind: 'delay', ms: 0, times: skipped });
    product.cloud.faults.add({ ...fault, kind: 'drop', times: 1 });
    await timers();
    product.cloud.faults.clear();
  }
  const told = await matches(spare.id);
  expect({ people: new Set(told.map(({ recipient }) => recipient)).size }).toEqual({
    people: 12,
  });
  expect(told).toHaveLength(12);
  for (const { atMs } of told) {
    const together = told.filter((each) => each.atMs >= atMs && each.atMs < atMs + headStart * minuteMs);
    expect(together.length).toBeLessThanOrEqual(portions);
  }
}, 300_000);
