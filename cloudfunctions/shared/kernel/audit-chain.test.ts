import type { AuditBatchDocument, AuditEntryDocument } from '../contract/moderation-documents';
import { batchHash, entryHash, faultOfBatch, firstHash } from './audit-chain';

const entry = (at: number): AuditEntryDocument => ({
  _id: String(at).padStart(32, '0'),
  caseId: 'c'.repeat(32),
  action: 'refuse',
  reason: 'selling',
  atMs: at,
  batch: 1,
});
const entries = [entry(1), entry(2)];
const hashed = entries.map((each) => ({ id: each._id, hash: entryHash(each) }));
const batchFields = { batch: 1, previous: firstHash, entries: hashed, atMs: 3 };
const batch: AuditBatchDocument = {
  _id: '1'.padStart(32, '0'),
  ...batchFields,
  hash: batchHash(batchFields),
};
const byId = (list: readonly AuditEntryDocument[]) => new Map(list.map((each) => [each._id, each]));
const expected = { batch: 1, previous: firstHash };

test('a whole batch has no fault, whatever batch its entries say that they are in', () => {
  expect(faultOfBatch(batch, byId(entries), expected)).toBeNull();
  expect(faultOfBatch(batch, byId(entries.map((each) => ({ ...each, batch: null }))), expected)).toBeNull();
});

const forged = { ...batch, entries: hashed.slice(1) };
test.each<[string, AuditBatchDocument | null, AuditEntryDocument[], string]>([
  ['a missing batch', null, entries, 'the batch is missing'],
  ['an entry left out of the batch', forged, entries, 'the batch was changed'],
  ['a removed entry', batch, entries.slice(1), `entry ${entry(1)._id} is missing`],
  [
    'a changed reason',
    batch,
    [{ ...entry(1), reason: 'rude' }, entry(2)],
    `entry ${entry(1)._id} was changed`,
  ],
  ['a changed time', batch, [entry(1), { ...entry(2), atMs: 9 }], `entry ${entry(2)._id} was changed`],
  [
    'a batch that was written again whole, with another one before',
    { ...forged, previous: 'f'.repeat(64), hash: batchHash({ ...forged, previous: 'f'.repeat(64) }) },
    entries,
    'the batch does not follow the one before',
  ],
])('%s is found', (_what, found, stored, sentence) => {
  expect(faultOfBatch(found, byId(stored), expected)).toEqual({ batch: 1, sentence });
});
