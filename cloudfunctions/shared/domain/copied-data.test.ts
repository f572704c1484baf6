import { expect, test } from '@jest/globals';
import { aGrant } from '../testing/a-grant';
import { copiedDocument } from './copied-data';

const viewer = 'a'.repeat(32);
const poster = 'b'.repeat(32);
const grant = aGrant({
  viewerId: viewer,
  viewerName: '王*',
  posterId: poster,
  posterName: '李*',
  said: [
    { side: 'viewer', saying: { kind: 'sentence', code: 'asks' }, atMs: 1 },
    { side: 'poster', saying: { kind: 'sentence', code: 'agreed' }, atMs: 2 },
  ],
});
const phoneOf = () => '138****0000';

test.each([
  ['viewer', viewer, '李*', 'asks'],
  ['poster', poster, '王*', 'agreed'],
])('the %s of a contact reads own words, and the masked name of the other side', (_, person, other, code) => {
  const copied = copiedDocument('grants', grant, { ids: { person, accounts: [] }, phoneOf });
  expect(copied).toMatchObject({ other, said: [{ kind: 'sentence', code }] });
  const text = JSON.stringify(copied);
  for (const foreign of [viewer, poster, grant._id, grant.viewerAccount]) expect(text).not.toContain(foreign);
});

test('a phone is read as far as the reader may, and no sealed one leaves', () => {
  const member = { _id: 'openid-1', phone: 'v1.sealed', maskedName: '李*', personId: poster };
  const copied = copiedDocument('members', member, {
    ids: { person: poster, accounts: ['openid-1'] },
    phoneOf,
  });
  expect(copied).toEqual({ phone: '138****0000', maskedName: '李*' });
});
