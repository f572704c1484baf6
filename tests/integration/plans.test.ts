import { contract } from '../../cloudfunctions/shared/contract/contract';
import { observeSteps, type StepReads } from '../../bench/plans/observed';

let small: StepReads[];
let large: StepReads[];
beforeAll(async () => {
  small = await observeSteps(2_000);
  large = await observeSteps(20_000);
}, 300_000);

/** An occasional read of a document that does not match is not the plan's fault. */
const nowAndThen = 4;

test('every call of the contract is examined, and every function with a timer', () => {
  const names = Object.entries(contract).flatMap(([name, calls]) =>
    Object.keys(calls).map((call) => `${name}.${call}`),
  );
  const seen = large.map(({ name }) => name.split(' ')[0]);
  expect(names.filter((name) => !seen.includes(name))).toEqual([]);
  const timers = large.at(-1)?.operations.map(({ functionName }) => functionName);
  expect([...new Set(timers)].sort()).toEqual(['contact', 'identity', 'moderation', 'news', 'posts']);
});

test('every search finds something, so that its number of reads is meaningful', () => {
  const searches = large.filter(({ name }) => name.startsWith('search.nearby'));
  expect(searches.filter(({ answered }) => answered < 20).map(({ name }) => name)).toEqual([]);
});

test('no operation reads more than three times the documents that it answers', () => {
  const wasteful = large.flatMap(({ name, operations }) =>
    operations
      .filter(({ examined, answered }) => examined > 3 * answered + nowAndThen)
      .map(({ action, collection, examined, answered }) => [name, action, collection, examined, answered]),
  );
  expect(wasteful).toEqual([]);
});

test('the documents that a call reads grow with its answer and not with the collection', () => {
  const growing = large.flatMap(({ name, examined, answered }, at) => {
    const before = small[at];
    // Half as many again may be chance, because other posts are near.
    const allowed = 1.5 * (before?.examined ?? 0) + 3 * Math.max(0, answered - (before?.answered ?? 0));
    return examined > allowed + nowAndThen ? [[name, before?.examined, examined, answered]] : [];
  });
  expect(growing).toEqual([]);
});
