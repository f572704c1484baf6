import { GrantDocument } from '../contract/documents';
import { aGrant } from '../testing/a-grant';
import { newPerson } from './person';
import { isRefused, refusedGrant, withRefusal } from './refusals';

const limits = { personalDataDays: 30 };
const nowMs = 1_700_000_000_000;
const dayMs = 86_400_000;
const poster = newPerson('a'.repeat(32));
const pair = (n: number) => n.toString(16).padStart(32, '0');

test('a refusal holds for the days of the campaign, and for one pair', () => {
  const refusing = withRefusal(poster, pair(1), limits, nowMs);
  expect(isRefused(refusing, pair(1), limits, nowMs + 30 * dayMs - 1)).toBe(true);
  expect(isRefused(refusing, pair(1), limits, nowMs + 30 * dayMs)).toBe(false);
  expect(isRefused(refusing, pair(2), limits, nowMs)).toBe(false);
});

test('refusing again begins the days again, and old refusals are dropped', () => {
  let refusing = withRefusal(poster, pair(1), limits, nowMs);
  refusing = withRefusal(refusing, pair(2), limits, nowMs + 20 * dayMs);
  refusing = withRefusal(refusing, pair(1), limits, nowMs + 35 * dayMs);
  expect(refusing.refusals).toEqual([
    { pairId: pair(2), atMs: nowMs + 20 * dayMs },
    { pairId: pair(1), atMs: nowMs + 35 * dayMs },
  ]);
});

test('whatever is under way between the two ends with the reason, and what was over keeps its own', () => {
  const { options: states } = GrantDocument.shape.state;
  const ends = states.map((state) => refusedGrant(aGrant({ state }), nowMs));
  expect(ends.map((grant) => grant && [grant.state, grant.endReason])).toEqual([
    ['ended', 'refused'],
    ['intended', 'refused'],
    ['ending', 'refused'],
    null,
    null,
  ]);
  expect(refusedGrant(aGrant({ state: 'bound', endReason: 'erased' }), nowMs)?.endReason).toBe('erased');
});
