import { idleOrUntilMs, type LastSigns } from './idle-account';

const dayMs = 24 * 3_600_000;
const now = 1_000 * dayMs;
const limits = { personalDataDays: 30 };
const old: LastSigns = {
  account: {
    role: 'member',
    verifiedAtMs: now - 31 * dayMs,
    consentedAtMs: null,
    phoneBoundAtMs: now - 40 * dayMs,
  },
  post: null,
  grant: null,
};

test('an account is idle when nothing is left and nothing was done for thirty days', () => {
  expect(idleOrUntilMs(old, limits, now)).toBe('idle');
});

test.each<[string, Partial<LastSigns>, number]>([
  ['who has just verified', { account: { ...old.account, verifiedAtMs: now } }, now + 30 * dayMs],
  ['who is appointed', { account: { ...old.account, role: 'operator' } }, now + dayMs],
  ['whose post is open', { post: { closedAtMs: null, expiresAtMs: now + 2 * dayMs } }, now + 32 * dayMs],
  ['whose post has ended', { post: { closedAtMs: now - 5 * dayMs, expiresAtMs: now } }, now + 25 * dayMs],
  [
    'whose post is about to be erased',
    { post: { closedAtMs: now - 31 * dayMs, expiresAtMs: now } },
    now + dayMs,
  ],
  ['who contacted somebody', { grant: { askedAtMs: now - dayMs } }, now + 29 * dayMs],
])('%s stays, and is looked at again when that may have changed', (_, signs, untilMs) => {
  expect(idleOrUntilMs({ ...old, ...signs }, limits, now)).toBe(untilMs);
});
