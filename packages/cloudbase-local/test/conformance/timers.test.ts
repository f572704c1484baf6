import { nodeSdk, resultOf, startFixtureCloud, type FixtureCloud } from './fixture-cloud';

const start = Date.parse('2022-12-20T08:59:00+08:00');
const hourMs = 3_600_000;

let fixture: FixtureCloud;
beforeAll(async () => (fixture = await startFixtureCloud({ nowMs: start })));
afterAll(() => fixture.close());

test('timers fire at their moments when the clock is advanced, and functions and database see that moment', async () => {
  await fixture.cloud.clock.advance(2 * hourMs);
  const { data } = (await nodeSdk().database().collection('ticks').orderBy('dateMs', 'asc').get()) as {
    data: { type: string; name: string; time: string; source: string; dateMs: number; at: Date }[];
  };
  expect(data.map(({ type, name, time, source }) => ({ type, name, time, source }))).toEqual([
    { type: 'Timer', name: 'everyHour', time: '2022-12-20T01:00:00Z', source: 'wx_trigger' },
    { type: 'Timer', name: 'everyHour', time: '2022-12-20T02:00:00Z', source: 'wx_trigger' },
  ]);
  for (const tick of data) {
    expect(new Date(tick.dateMs).toISOString().slice(0, 16)).toBe(tick.time.slice(0, 16));
    expect(new Date(tick.at).toISOString().slice(0, 16)).toBe(tick.time.slice(0, 16));
  }
});

test("a function's Date.now() and new Date() follow the platform's clock", async () => {
  const before = await resultOf(fixture.cloud, 'probe', {});
  await fixture.cloud.clock.advance(48 * hourMs, { fire: 'once' });
  const after = await resultOf(fixture.cloud, 'probe', {});
  for (const field of ['nowMs', 'newDateMs']) {
    expect(Math.floor((Number(after[field]) - Number(before[field])) / hourMs)).toBe(48);
  }
});
