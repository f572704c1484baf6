import type { MemberDocument, PersonDocument } from '../contract/documents';
import { newMember } from './account';
import {
  accountBeingErased,
  accountErased,
  erasuresDue,
  personAfterDay,
  personBeingErased,
  personErased,
  tombstoneMs,
} from './erasure';
import { newPerson } from './person';
import { quotaWindowMs } from './quota';

const now = Date.parse('2022-12-20T12:00:00+08:00');
const person: PersonDocument = {
  ...newPerson('a'.repeat(32)),
  openPosts: [{ id: 'd'.repeat(32), board: 'need' }],
  charges: [{ grantId: 'b'.repeat(32), atMs: now - 1 }],
  blockedAtMs: now - 5,
  joinUntilMs: now + 5,
  epoch: 4,
};
const account: MemberDocument = {
  ...newMember('o-1'),
  personId: person._id,
  maskedName: '李*',
  phone: 'v1.sealed',
  phoneId: 'c'.repeat(32),
  verifiedAtMs: now - 9,
  epoch: 2,
};

describe('an account that is erased', () => {
  const begun = accountBeingErased(account, now);

  test('keeps only its person while the erasure runs, and nothing afterwards', () => {
    const { personId, epoch, isErasing, erasedAtMs, ...rest } = begun;
    expect([personId, epoch, isErasing, erasedAtMs]).toEqual([person._id, 3, true, now]);
    expect({ ...newMember('o-1'), ...rest }).toEqual(newMember('o-1'));
    expect(accountErased(begun, now + 7)).toEqual({ ...newMember('o-1'), epoch: 3, erasedAtMs: now + 7 });
  });

  test('refuses calls that began before: the epoch moves once, however often the erasure begins', () => {
    expect(accountBeingErased(begun, now + 1).epoch).toBe(3);
  });
});

describe('a person who is erased', () => {
  const begun = personBeingErased(person, now);

  test('keeps quota and block, because erasing must not be the way around either', () => {
    expect(begun).toMatchObject({ charges: person.charges, blockedAtMs: person.blockedAtMs, epoch: 5 });
    expect(begun).toMatchObject({ openPosts: null, joinUntilMs: null, isErasing: true });
    expect(personBeingErased(begun, now + 1).epoch).toBe(5);
  });

  test('is removed after the day of the quota, and only a block stays', () => {
    const erased = personErased(begun, now);
    expect(personAfterDay({ ...erased, blockedAtMs: null })).toBeNull();
    expect(personAfterDay(erased)).toEqual({
      ...newPerson(person._id),
      blockedAtMs: person.blockedAtMs,
      epoch: 5,
    });
  });
});

test('an account is remembered for an hour, a person for the quota’s day, a stuck erasure is resumed after two minutes', () => {
  expect(erasuresDue(now)).toEqual({
    accountsBeforeMs: now - tombstoneMs,
    personsBeforeMs: now - quotaWindowMs,
    unfinishedBeforeMs: now - 2 * 60_000,
  });
});
