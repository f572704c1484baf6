import { createClock } from '../environment/clock';
import type { FunctionDefinition } from './function-definition';
import { startTimers, type TimerEvent } from './timers';

function definition(config: string, name = 'ticker'): FunctionDefinition {
  return {
    name,
    dir: '',
    entryFile: '',
    handlerName: 'main',
    timeoutSeconds: 1,
    memoryMb: 64,
    environment: {},
    openApis: [],
    triggers: [{ name: 'tick', config }],
  };
}

async function fired(
  config: string,
  startIso: string,
  advanceMs: number,
  fire?: 'every' | 'once',
  only?: ReadonlySet<string>,
): Promise<string[]> {
  const clock = createClock(Date.parse(startIso));
  const events: TimerEvent[] = [];
  const timers = startTimers([definition(config)], clock, (_name, event) =>
    Promise.resolve(void events.push(event)),
  );
  await timers.advance(advanceMs, { fire, only });
  timers.close();
  return events.map((event) => event.Time);
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

describe('timer triggers', () => {
  test('fields are read in UTC+8', async () => {
    expect(await fired('0 30 2 * * * *', '2022-12-20T00:00:00Z', dayMs)).toEqual(['2022-12-20T18:30:00Z']);
  });

  test('each due moment fires once, in order', async () => {
    expect(await fired('0 */20 * * * * *', '2022-12-20T00:00:01Z', hourMs)).toEqual([
      '2022-12-20T00:20:00Z',
      '2022-12-20T00:40:00Z',
      '2022-12-20T01:00:00Z',
    ]);
  });

  test('on request only the last due moment fires', async () => {
    expect(await fired('0 */20 * * * * *', '2022-12-20T00:00:01Z', hourMs, 'once')).toEqual([
      '2022-12-20T01:00:00Z',
    ]);
  });

  test('on request only the triggers of some functions fire', async () => {
    const fires = (names: string[]) =>
      fired('0 */20 * * * * *', '2022-12-20T00:00:01Z', hourMs, 'once', new Set(names));
    expect(await fires(['ticker'])).toEqual(['2022-12-20T01:00:00Z']);
    expect(await fires(['other'])).toEqual([]);
  });

  test('day of the month and weekday are combined by OR', async () => {
    const days = await fired('0 0 12 1 * MON *', '2023-01-28T00:00:00Z', 7 * dayMs);
    expect(days).toEqual(['2023-01-30T04:00:00Z', '2023-02-01T04:00:00Z']);
  });

  test('a year that has passed never comes', async () => {
    expect(await fired('0 0 0 1 1 * 2021', '2022-12-20T00:00:00Z', 400 * dayMs)).toEqual([]);
  });

  test('timers of several functions fire in the order of their moments, and the clock shows each moment', async () => {
    const clock = createClock(Date.parse('2022-12-20T00:00:01Z'));
    const seen: string[] = [];
    const timers = startTimers(
      [definition('0 30 * * * * *', 'half'), definition('0 15,45 * * * * *', 'quarter')],
      clock,
      (name) => {
        seen.push(`${name} ${new Date(clock.now()).toISOString().slice(11, 16)}`);
        return Promise.resolve();
      },
    );
    await timers.advance(hourMs);
    timers.close();
    expect(seen).toEqual(['quarter 00:15', 'half 00:30', 'quarter 00:45']);
  });

  test.each([
    [
      'every tenth minute from the first',
      '0 1/10 * * * * *',
      ['00:01', '00:11', '00:21', '00:31', '00:41', '00:51'],
    ],
    ['a range of minutes in steps', '0 5-30/10 * * * * *', ['00:05', '00:15', '00:25']],
    ['several moments', '30 2,40-41 * * * * *', ['00:02', '00:40', '00:41']],
  ])('%s', async (_name, config, times) => {
    const fires = await fired(config, '2022-12-20T00:00:00Z', hourMs - 1);
    expect(fires.map((time) => time.slice(11, 16))).toEqual(times);
  });

  test.each([
    ['zero', '0 0 12 * * 0 *'],
    ['its name', '0 0 12 * * SUN *'],
  ])('Sunday is %s', async (_name, config) => {
    expect(await fired(config, '2022-12-20T00:00:00Z', 7 * dayMs)).toEqual(['2022-12-25T04:00:00Z']);
  });

  test('months and weekdays by name, in a range', async () => {
    expect(await fired('0 15 10 * DEC-DEC MON-FRI 2022', '2022-12-29T12:00:00Z', 30 * dayMs)).toEqual([
      '2022-12-30T02:15:00Z',
    ]);
  });

  test.each([
    ['* * * * *'],
    ['0 61 * * * * *'],
    ['often'],
    ['0 0 12 L * * *'],
    ['0 0 12 ? * MON *'],
    ['0 0 12 15W * * *'],
    ['0 0 12 * * 1#2 *'],
    ['0 0 12 * * 7 *'],
    ['0 0 24 * * * *'],
    ['0 0 0 0 * * *'],
    ['0 0 0 1 1 * 2100'],
    ['0 30-10 * * * * *'],
    ['0 */0 * * * * *'],
    ['0 ,5 * * * * *'],
  ])('the schedule %j is refused with a sentence', (config) => {
    expect(() => startTimers([definition(config)], createClock(), () => Promise.resolve())).toThrow(
      /the timer tick of ticker/,
    );
  });
});
