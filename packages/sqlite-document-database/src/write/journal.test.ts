import type { Collection } from '../storage/catalogue';
import { newJournal, type DocumentChange } from './journal';

const things: Collection = { id: 1, name: 'things', indexes: [], unfinished: false };
const others: Collection = { id: 2, name: 'others', indexes: [], unfinished: false };
const add = (idText: string): DocumentChange => ({ idText, kind: 'add', before: undefined, after: '{}' });

function followed() {
  const journal = newJournal();
  const told: (string[] | 'lost')[] = [];
  const stop = journal.follow(things, (changes) =>
    told.push(changes === 'lost' ? changes : changes.map(({ idText }) => idText)),
  );
  return { journal, told, stop };
}

test('writes are reported in order when they are committed, each by itself', () => {
  const { journal, told } = followed();
  journal.note(things, add('a'));
  journal.note(things, add('b'));
  journal.written();
  journal.note(things, add('c'));
  journal.written();
  expect(told).toEqual([]);
  journal.committed();
  journal.committed();
  expect(told).toEqual([['a', 'b'], ['c']]);
});

test('a write that was refused, or undone with its batch, is not reported', () => {
  const { journal, told } = followed();
  journal.note(things, add('refused'));
  journal.refused();
  journal.written();
  journal.committed();
  journal.note(things, add('undone'));
  journal.written();
  journal.note(things, add('with it'));
  journal.undone();
  journal.written();
  journal.committed();
  expect(told).toEqual([]);
});

test('a follower gets reports of its own collection only, and none once it has stopped', () => {
  const { journal, told, stop } = followed();
  expect([journal.follows(things), journal.follows(others)]).toEqual([true, false]);
  journal.lost(others);
  journal.lost(things);
  stop();
  journal.lost(things);
  expect(told).toEqual(['lost']);
  expect(journal.follows(things)).toBe(false);
});
