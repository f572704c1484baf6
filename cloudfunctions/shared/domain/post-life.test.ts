import type { PostStatus } from '../contract/board';
import fc from 'fast-check';
import type { PostDocument } from '../contract/documents';
import { campaign } from '../kernel/campaign';
import { decidePostAction, permissions, statusAt, type PostAction } from './post-life';

const { limits } = campaign;
const now = 1_700_000_000_000;
type Life = Pick<PostDocument, 'board' | 'status' | 'portions' | 'expiresAtMs'>;
const spare: Life = {
  board: 'spare',
  status: 'published',
  portions: { total: 3, left: 3 },
  expiresAtMs: now + 1_000,
};

test('giving the last portion closes the post as fulfilled', () => {
  expect(decidePostAction(spare, { kind: 'give', leftBefore: 3, leftAfter: 0 }, now, limits)).toEqual({
    decision: 'change',
    fields: {
      portions: { total: 3, left: 0 },
      undo: { leftBefore: 3, untilMs: now + limits.undoMinutes * 60_000 },
      status: 'fulfilled',
      closedAtMs: now,
    },
  });
});

test('giving some leaves the post open', () => {
  expect(decidePostAction(spare, { kind: 'give', leftBefore: 3, leftAfter: 1 }, now, limits)).toEqual({
    decision: 'change',
    fields: {
      portions: { total: 3, left: 1 },
      undo: { leftBefore: 3, untilMs: now + limits.undoMinutes * 60_000 },
    },
  });
});

test('giving from an outdated number of portions is refused', () => {
  const changed = { ...spare, portions: { total: 3, left: 2 } };
  expect(decidePostAction(changed, { kind: 'give', leftBefore: 3, leftAfter: 1 }, now, limits)).toEqual({
    decision: 'refuse',
    reason: 'post-changed',
  });
});

test('a post past its end is expired and refuses every action', () => {
  const actions: PostAction[] = [
    { kind: 'renew' },
    { kind: 'withdraw' },
    { kind: 'fulfil' },
    { kind: 'give', leftBefore: 3, leftAfter: 2 },
  ];
  expect(statusAt(spare, spare.expiresAtMs)).toBe('expired');
  for (const action of actions)
    expect(decidePostAction(spare, action, spare.expiresAtMs, limits)).toEqual({
      decision: 'refuse',
      reason: 'post-closed',
    });
});

test('renewing is for the last part of a life', () => {
  const early = { ...spare, expiresAtMs: now + limits.renewalMinutes * 60_000 + 1 };
  expect(decidePostAction(early, { kind: 'renew' }, now, limits)).toEqual({
    decision: 'refuse',
    reason: 'renewal-early',
  });
  expect(permissions(early, { owns: true, verified: true }, now, limits).renew).toBe(false);
  expect(decidePostAction(early, { kind: 'renew' }, now + 1, limits)).toMatchObject({ decision: 'change' });
});

test('renewing gives a whole life from now: 48 hours for a need, 72 for a spare', () => {
  const renewed = (life: Life) => decidePostAction(life, { kind: 'renew' }, now, limits);
  expect(renewed(spare)).toEqual({ decision: 'change', fields: { expiresAtMs: now + 72 * 3_600_000 } });
  expect(renewed({ ...spare, board: 'need', portions: null })).toEqual({
    decision: 'change',
    fields: { expiresAtMs: now + 48 * 3_600_000 },
  });
});

test('an action sent again after it worked changes nothing and is no error', () => {
  const action = fc.oneof<fc.Arbitrary<PostAction>[]>(
    fc.constant({ kind: 'withdraw' }),
    fc.constant({ kind: 'fulfil' }),
    fc.integer({ min: 0, max: 2 }).map((leftAfter) => ({ kind: 'give', leftBefore: 3, leftAfter })),
  );
  fc.assert(
    fc.property(action, (sent) => {
      const first = decidePostAction(spare, sent, now, limits);
      if (first.decision !== 'change') throw new Error('the first must change the post');
      const after = { ...spare, ...first.fields };
      expect(decidePostAction(after, sent, now + 1, limits)).toEqual({ decision: 'already' });
    }),
  );
});

test('only the owner of an open post may change it, and only a spare has portions to give', () => {
  const own = {
    renew: false,
    withdraw: false,
    give: false,
    undoGift: false,
    keep: false,
    fulfil: false,
    correct: false,
    appeal: false,
  };
  const none = { ...own, contact: false, report: false };
  expect(permissions(spare, { owns: false, verified: true }, now, limits)).toEqual({
    ...own,
    contact: true,
    report: true,
  });
  expect(permissions(spare, { owns: false, verified: false }, now, limits)).toEqual(none);
  expect(permissions({ ...spare, status: 'withdrawn' }, { owns: true, verified: true }, now, limits)).toEqual(
    none,
  );
  expect(permissions(spare, { owns: true, verified: true }, now, limits)).toMatchObject({
    renew: true,
    give: true,
  });
  expect(permissions({ ...spare, isResting: true }, { owns: true, verified: true }, now, limits).keep).toBe(
    true,
  );
  const asOwner = (status: PostStatus) =>
    permissions({ ...spare, status }, { owns: true, verified: true }, now, limits);
  expect(asOwner('published')).toMatchObject({ correct: true, appeal: false });
  expect(asOwner('pending')).toMatchObject({ correct: true, withdraw: true, renew: false, appeal: false });
  expect(asOwner('hidden')).toMatchObject({ correct: false, withdraw: true, give: false });
  expect(asOwner('rejected')).toMatchObject({ correct: true, appeal: true, withdraw: false });
  expect(
    permissions({ ...spare, board: 'need', portions: null }, { owns: true, verified: true }, now, limits)
      .give,
  ).toBe(false);
});
