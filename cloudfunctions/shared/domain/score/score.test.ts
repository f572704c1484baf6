import { aDocument } from '../../testing/a-document';
import { newRecord } from '../record';
import { allGroups, manyAccounts, quantities, quantitiesAtPlace } from './amount-rules';
import { askedForMoney, contactSpree, notReal, refusedBefore, republished } from './conduct-rules';
import type { ScoreFacts } from './facts';
import { levelOf } from './level';
import { doubtfulForPlatform, doubtfulNote, likeTexts } from './note-rules';
import { scoreOf } from './score';

const nowMs = 100 * 24 * 3_600_000;
const dayMs = 24 * 3_600_000;
const record = newRecord('a'.repeat(32));
const need = aDocument({ note: '老人和孩子都病倒了，没有退烧药，附近的好心人有没有多余的药' });
const spare = aDocument({ ...need, board: 'spare' });
const facts = (changes: Partial<ScoreFacts> = {}): ScoreFacts => ({
  post: spare,
  courses: 1,
  doubtfulPassages: 0,
  platformDoubts: false,
  peopleWithLikeText: 0,
  peopleAtPlace: 0,
  coursesAtPlace: 0,
  contactsLastHour: 0,
  withdrawnAlike: 0,
  record,
  nowMs,
  ...changes,
});
const hashes = (count: number) => Array.from({ length: count }, (_, at) => String(at).padStart(32, '0'));
const sent = (courses: number, daysAgo: number) => ({
  id: 'b'.repeat(32),
  board: 'spare' as const,
  courses,
  groups: 3,
  atMs: nowMs - daysAgo * dayMs,
});
/** Offers for three groups each, so many days ago. */
const sentBefore = (...days: number[]) => ({ ...record, posts: days.map((daysAgo) => sent(1, daysAgo)) });
const allFive = ['infant', 'child', 'elderly', 'pregnant', 'chronic'] as const;

test('an honest post has no points', () => {
  expect(scoreOf(facts())).toEqual([]);
  expect(scoreOf(facts({ post: need, contactsLastHour: 4, peopleWithLikeText: 5 }))).toEqual([]);
});

test.each([
  [doubtfulNote, facts({ doubtfulPassages: 1 }), 3],
  [doubtfulForPlatform, facts({ platformDoubts: true }), 3],
  [likeTexts, facts({ peopleWithLikeText: 1 }), 2],
  [likeTexts, facts({ peopleWithLikeText: 3 }), 3],
  [likeTexts, facts({ post: need, peopleWithLikeText: 3 }), 0],
  [likeTexts, facts({ post: need, peopleWithLikeText: 12 }), 1],
  [likeTexts, facts({ post: need, peopleWithLikeText: 500 }), 1],
  [likeTexts, facts({ post: { ...spare, note: '家里多的' }, peopleWithLikeText: 50 }), 0],
  [quantities, facts({ courses: 41 }), 2],
  [quantities, facts({ courses: 1, record: { ...record, posts: [sent(60, 3), sent(60, 2)] } }), 4],
  [quantities, facts({ courses: 1, record: { ...record, posts: [sent(60, 8), sent(60, 9)] } }), 0],
  [quantities, facts({ post: need, courses: 15 }), 0],
  [quantities, facts({ post: need, courses: 16 }), 2],
  [manyAccounts, facts({ peopleAtPlace: 61 }), 1],
  [manyAccounts, facts({ post: need, peopleAtPlace: 100 }), 0],
  [republished, facts({ withdrawnAlike: 1 }), 1],
  [republished, facts({ withdrawnAlike: 4 }), 3],
  [contactSpree, facts({ contactsLastHour: 5 }), 2],
  [contactSpree, facts({ contactsLastHour: 4 }), 0],
  [askedForMoney, facts({ record: { ...record, moneyReporters: hashes(1) } }), 2],
  [askedForMoney, facts({ record: { ...record, moneyReporters: hashes(9) } }), 4],
  [notReal, facts({ record: { ...record, notRealReporters: hashes(1) } }), 1],
  [notReal, facts({ record: { ...record, notRealReporters: hashes(2) } }), 3],
  [refusedBefore, facts({ record: { ...record, refusedCount: 1 } }), 2],
  [refusedBefore, facts({ record: { ...record, refusedCount: 3 } }), 4],
  [allGroups, facts({ post: { ...spare, groups: [...allFive] } }), 1],
  [allGroups, facts({ post: { ...need, groups: [...allFive] } }), 0],
  [allGroups, facts({ post: { ...spare, groups: allFive.slice(1) } }), 0],
  [allGroups, facts({ post: { ...spare, groups: allFive.slice(2) }, record: sentBefore(1, 6) }), 1],
  [allGroups, facts({ post: { ...spare, groups: allFive.slice(3) }, record: sentBefore(1, 6) }), 0],
  [allGroups, facts({ post: { ...spare, groups: allFive.slice(2) }, record: sentBefore(1) }), 0],
  [allGroups, facts({ post: { ...spare, groups: allFive.slice(2) }, record: sentBefore(1, 8) }), 0],
  [quantitiesAtPlace, facts({ courses: 16, coursesAtPlace: 285 }), 2],
  [quantitiesAtPlace, facts({ courses: 15, coursesAtPlace: 9_000 }), 0],
  [quantitiesAtPlace, facts({ courses: 16, coursesAtPlace: 284 }), 0],
  [quantitiesAtPlace, facts({ post: need, courses: 16, coursesAtPlace: 9_000 }), 0],
])('rule %# counts the points of its reason and no others', (rule, given, points) => {
  expect(rule(given)).toBe(points);
});

test('a person with a long good record gets the benefit of the doubt, but not for the text itself', () => {
  const fine = { ...record, publishedCount: 3, firstPublishedAtMs: nowMs - 3 * dayMs };
  const doubts = { peopleWithLikeText: 3, courses: 41 };
  expect(levelOf(scoreOf(facts(doubts)))).toBe('doubtful');
  expect(levelOf(scoreOf(facts({ ...doubts, record: fine })))).toBe('reduced');
  expect(levelOf(scoreOf(facts({ doubtfulPassages: 1, record: fine })))).toBe('doubtful');
  const accused = { ...fine, moneyReporters: hashes(1) };
  expect(levelOf(scoreOf(facts({ ...doubts, record: accused })))).toBe('doubtful');
});

test('one reason alone is never enough to refuse', () => {
  const alone = [
    facts({ doubtfulPassages: 9 }),
    facts({ peopleWithLikeText: 99 }),
    facts({ courses: 9_999 }),
    facts({ withdrawnAlike: 99 }),
    facts({ record: { ...record, moneyReporters: hashes(20) } }),
    facts({ record: { ...record, refusedCount: 99 } }),
  ];
  expect(alone.map((each) => levelOf(scoreOf(each)))).toEqual(alone.map(() => 'doubtful'));
  const dealer = { ...record, moneyReporters: hashes(2), refusedCount: 3 };
  expect(levelOf(scoreOf(facts({ record: dealer, courses: 50 })))).toBe('clear');
});
