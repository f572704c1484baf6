import { pictureFolder } from '../../../cloudfunctions/shared/contract/picture-documents';
import { keptCollections, keptEntries, keptFolders } from '../../../cloudfunctions/shared/contract/kept-data';
import { collections } from './collections';

test('every collection of an environment is in the table of kept data, and the other way round', () => {
  const declared = collections.map(({ collectionName }) => collectionName);
  expect(Object.keys(keptCollections).sort()).toEqual(declared.sort());
});

test('every folder of the storage is in the table, with the collection that knows its files', () => {
  expect(Object.keys(keptFolders)).toEqual([pictureFolder]);
});

test('no erasure and no copy reads a whole collection to find a person', () => {
  const found = keptEntries.filter(
    ([, { erasing, copied }]) => erasing.includes('by key') || copied.length > 0,
  );
  const unindexed = found.flatMap(([name, { keys }]) => {
    const indexes = collections.find(({ collectionName }) => collectionName === name)?.indexes ?? [];
    const first = new Set(['_id', ...indexes.map((index) => index.keys[0]?.name)]);
    return keys.filter(({ field }) => !first.has(field)).map(({ field }) => `${name}.${field}`);
  });
  expect(unindexed).toEqual([]);
});

test('what has a key of a person is erased, unless the table says why not, and what holds nothing needs no erasing', () => {
  for (const [name, { holds, keys, erasing, closing }] of keptEntries) {
    if (keys.length > 0) expect([name, holds]).not.toEqual([name, null]);
    if (holds === null) expect([name, erasing]).toEqual([name, ['never']]);
    // What stays after closing holds nothing of any person.
    if (closing === 'stays') expect([name, holds]).toEqual([name, null]);
    if (erasing.includes('by key')) expect([name, keys.length]).not.toEqual([name, 0]);
  }
});

test('a person can read everything that is found by them, apart from what says nothing more', () => {
  const unread = keptEntries.filter(([, { keys, copied }]) => keys.length > 0 && copied.length === 0);
  // The hash of a phone that the account has readably, and who writes at this moment.
  expect(unread.map(([name]) => name)).toEqual(['phones', 'turns']);
});
