import fc from 'fast-check';
import { documentsByUrgency, mayDecide, rounds, secondLookUntilMs } from './document-queue';

const hourMs = 3_600_000;
const nowMs = 100 * hourMs;
const waiting = (hours: number, round = 0) => ({
  round,
  submittedAtMs: nowMs - hours * hourMs,
  left: null,
  decidedAtMs: null,
  decidedBy: null,
  secondUntilMs: null,
});
const inOrder = (...documents: ReturnType<typeof waiting>[]) => documents.sort(documentsByUrgency(nowMs));

test('thirty documents of one phone do not hold up a person who came an hour later', () => {
  const flood = Array.from({ length: 30 }, (_, at) => waiting(2, Math.min(at, 3)));
  const person = waiting(1.1);
  expect(inOrder(...flood, person).indexOf(person)).toBeLessThanOrEqual(2);
});

test('whatever comes, each document is the first one some day', () => {
  fc.assert(
    fc.property(fc.constantFrom(...rounds), fc.constantFrom(...rounds), (mine, others) => {
      const [first] = inOrder(waiting(0, others), waiting(24, mine));
      expect(first).toMatchObject({ round: mine, submittedAtMs: nowMs - 24 * hourMs });
    }),
  );
});

test('within a round the longest waiting is first', () => {
  expect(inOrder(waiting(1), waiting(3), waiting(2)).map(({ submittedAtMs }) => submittedAtMs)).toEqual(
    [3, 2, 1].map((hours) => nowMs - hours * hourMs),
  );
});

test('an operator who left a document to others may decide it only after a day without a decision', () => {
  const left = { ...waiting(30), left: { by: 'a'.repeat(32), atMs: nowMs - 23 * hourMs } };
  expect(mayDecide(left, 'a'.repeat(32), nowMs)).toBe(false);
  expect(mayDecide(left, 'b'.repeat(32), nowMs)).toBe(true);
  expect(mayDecide(left, 'a'.repeat(32), nowMs + 2 * hourMs)).toBe(true);
});

const decided = (hours: number) => ({
  ...waiting(hours + 1),
  decidedAtMs: nowMs - hours * hourMs,
  decidedBy: 'a'.repeat(32),
  secondUntilMs: nowMs + hourMs,
});

test('the second look is for any operator but the first, until its time is over', () => {
  expect(mayDecide(decided(1), 'a'.repeat(32), nowMs)).toBe(false);
  expect(mayDecide(decided(1), 'b'.repeat(32), nowMs)).toBe(true);
  expect(mayDecide(decided(1), 'b'.repeat(32), nowMs + hourMs)).toBe(false);
  expect(mayDecide({ ...decided(1), secondUntilMs: null }, 'b'.repeat(32), nowMs)).toBe(false);
});

test('people who wait come before second looks of the same age, and a second look has its turn', () => {
  const documents = [decided(2), waiting(1.5), decided(5), waiting(2)].sort(documentsByUrgency(nowMs));
  expect(documents.map(({ decidedAtMs }) => decidedAtMs !== null)).toEqual([true, false, false, true]);
});

test('about a tenth of random case ids gets a second look, for a day', () => {
  const drawn = Array.from({ length: 10_000 }, (_, at) =>
    secondLookUntilMs(((at * 2_654_435_761) % 2 ** 32).toString(16).padStart(8, '0').padEnd(32, '0'), nowMs),
  ).filter((untilMs) => untilMs !== null);
  expect(drawn.length).toBeGreaterThan(900);
  expect(drawn.length).toBeLessThan(1_100);
  expect(new Set(drawn)).toEqual(new Set([nowMs + 24 * hourMs]));
});
