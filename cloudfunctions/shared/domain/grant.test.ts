import { GrantDocument } from '../contract/documents';
import { aGrant } from '../testing/a-grant';
import { ended, ending, erased, intended, isCallable, isOpen, leaseMs } from './grant';

const nowMs = 1_700_000_000_000;
const hourMs = 3_600_000;
const { options: states } = GrantDocument.shape.state;
const binding = { number: '17000000001', extension: null, subscriptionId: 's' };
const bound = aGrant({ state: 'bound', attempt: 1, binding, boundAtMs: nowMs, expiresAtMs: nowMs + hourMs });

test('a grant takes a place at its post from its first try until its number is given back', () => {
  expect(states.filter((state) => isOpen({ state }))).toEqual(['intended', 'bound', 'ending']);
});

test('a number works while its grant is bound and its time is not over', () => {
  const callable = states.filter((state) => isCallable({ ...bound, state }, nowMs));
  expect(callable).toEqual(['bound']);
  expect(isCallable({ ...bound, expiresAtMs: nowMs }, nowMs)).toBe(false);
  expect(isCallable({ ...bound, expiresAtMs: null }, nowMs)).toBe(false);
  expect(isCallable({ ...bound, endReason: 'refused' }, nowMs)).toBe(false);
});

test('each try is counted, leased for as long as a run may take, and bound for the hours of the campaign', () => {
  const first = intended(aGrant(), { openedBy: 'viewer', bindingHours: 12, nowMs });
  expect(first).toMatchObject({
    state: 'intended',
    openedBy: 'viewer',
    attempt: 1,
    leaseUntilMs: nowMs + leaseMs,
    expiresAtMs: nowMs + 12 * hourMs,
  });
  const second = intended({ ...first, state: 'asked' }, { openedBy: 'poster', bindingHours: 12, nowMs });
  expect(second).toMatchObject({ openedBy: 'poster', attempt: 2 });
});

test('an ended grant keeps nothing of the carrier’s', () => {
  const over = ended({ ...bound, ...ending('done', nowMs) }, nowMs + 1);
  expect(over).toMatchObject({ state: 'ended', endReason: 'done', endedAtMs: nowMs + 1, binding: null });
  expect(JSON.stringify(over)).not.toContain(binding.number);
});

test('an erased grant keeps its number until that is given back, and no words', () => {
  expect(erased(bound)).toMatchObject({
    state: 'ending',
    leaseUntilMs: 0,
    binding,
    viewerName: '',
    posterName: '',
    summary: '',
    endReason: 'erased',
  });
  // Another run is talking to the carrier about it and will see why it must end.
  expect(erased({ ...bound, state: 'intended' }).state).toBe('intended');
});

test.each(states)('a grant in the state %s can be stored', (state) => {
  expect(GrantDocument.safeParse(aGrant({ state })).error).toBeUndefined();
});
