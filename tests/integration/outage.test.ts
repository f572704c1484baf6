import { tenMinutesWithoutChecks } from '../../bench/outage/ten-minutes';

/** `npm run bench:outage` does the same with a peak's ten minutes of posts. */
test('while WeChat checks no text nothing unchecked is public, nothing is lost, and the backlog drains by itself', async () => {
  const report = await tenMinutesWithoutChecks({
    posts: 100,
    minutes: 10,
    errors: [-1, 44991, 45009, 61010],
    atOnce: 8,
  });
  expect(report).toMatchObject({ unchecked: 0, lost: 0, refused: 2, queued: 2 });
  expect(report.minutes[9]).toMatchObject({ public: 20, waiting: 80 });
  expect(report.minutes.at(-1)).toMatchObject({ public: 96, waiting: 0 });
  // A text is asked about every ten minutes at the most.
  expect(report.drainedAfter).toBeLessThanOrEqual(12);
}, 300_000);
