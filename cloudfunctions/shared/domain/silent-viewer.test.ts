import { aGrant } from '../testing/a-grant';
import { longestSilent } from './silent-viewer';

const limits = { silentMinutes: 240 };
const nowMs = 1_700_000_000_000;
const silentMs = 240 * 60_000;
const bound = (id: string, agoMs: number, changes = {}) =>
  aGrant({ _id: id, state: 'bound', boundAtMs: nowMs - agoMs, ...changes });

const said = (side: 'viewer' | 'poster', agoMs: number) => ({
  side,
  saying: { kind: 'sentence' as const, code: 'thanks' },
  atMs: nowMs - agoMs,
});

test.each([
  ['no one has been silent for long', [bound('a', silentMs - 1), bound('b', 0)], null],
  ['one has', [bound('a', silentMs - 1), bound('b', silentMs)], 'b'],
  ['several have', [bound('a', silentMs + 1), bound('b', silentMs + 9), bound('c', silentMs)], 'b'],
  ['one said how it went', [bound('a', silentMs + 9, { outcome: 'received' }), bound('b', silentMs)], 'b'],
  ['one wrote lately', [bound('a', silentMs + 9, { said: [said('viewer', 1)] }), bound('b', silentMs)], 'b'],
  ['the poster alone wrote', [bound('a', silentMs + 9, { said: [said('poster', 1)] })], 'a'],
  ['one is at the carrier', [bound('a', silentMs + 9, { state: 'intended' })], null],
  ['one is ending already', [bound('a', silentMs + 9, { state: 'ending' })], null],
])('where %s', (_case, grants, expected) => {
  expect(longestSilent(grants, limits, nowMs)?._id ?? null).toBe(expected);
});
