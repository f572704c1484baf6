import campaignJson from '@campaign';
import { chinaDay } from '@facts/china-time';
import fc from 'fast-check';
import { Campaign } from '../contract/campaign';
import type { GrantDocument } from '../contract/documents';
import type { Saying } from '../contract/talk';
import { aGrant } from '../testing/a-grant';
import { decideSaying, mayTalk, sayingsLeft, unreadOf } from './talk';

const campaign = Campaign.parse(campaignJson);
const hourMs = 3_600_000;
const nowMs = Date.parse('2022-12-20T10:00:00+08:00');
const bound = (changes: Partial<GrantDocument> = {}): GrantDocument =>
  aGrant({ state: 'bound', board: 'spare', askedAtMs: nowMs, ...changes });
const agreed: Saying = { kind: 'sentence', code: 'agreed' };
const plan = (changes: object): Saying => ({
  kind: 'plan',
  way: 'contactless',
  place: 'locker',
  day: '2022-12-21',
  hours: 'morning',
  ...changes,
});
const decide = (grant: GrantDocument, saying: Saying, side: 'viewer' | 'poster' = 'viewer', atMs = nowMs) =>
  decideSaying(grant, { side, saying, isPostOpen: true }, atMs, campaign);

test.each([
  ['viewer', 'spare', 'still-there', true],
  ['poster', 'spare', 'still-there', false],
  ['poster', 'spare', 'put-out', true],
  ['viewer', 'need', 'put-out', true],
  ['viewer', 'need', 'still-there', false],
  ['poster', 'need', 'no-voice', true],
  ['viewer', 'spare', 'no-such-sentence', false],
] as const)('the %s on a %s says %s: %s', (side, board, code, may) => {
  const { decision } = decide(bound({ board }), { kind: 'sentence', code }, side);
  expect(decision).toBe(may ? 'say' : 'refuse');
});

test.each([
  [{}, true],
  [{ way: 'mail', place: null, day: null, hours: null }, true],
  [{ day: null, hours: null }, true],
  [{ day: '2022-12-22' }, true],
  [{ day: '2022-12-23' }, false],
  [{ day: '2022-12-19' }, false],
  [{ hours: null }, false],
  [{ day: null }, false],
  [{ hours: 'midnight' }, false],
  [{ place: '3-2-1201' }, false],
])('a plan with %j may be said: %s', (changes, may) => {
  expect(decide(bound(), plan(changes)).decision).toBe(may ? 'say' : 'refuse');
});

test.each([
  [{}, true],
  [{ state: 'asked' }, true],
  [{ state: 'ended', endReason: 'expired' }, true],
  [{ state: 'ended', endReason: 'post-closed' }, true],
  [{ state: 'ended', endReason: 'done' }, false],
  [{ state: 'ended', endReason: 'blocked' }, false],
  [{ state: 'ending', endReason: 'erased' }, false],
  [{ askedAtMs: nowMs - campaign.limits.talkHours * hourMs }, false],
] as const)('in a contact that is %j somebody may say something: %s', (changes, may) => {
  expect(mayTalk(bound(changes), true, nowMs, campaign.limits)).toBe(may);
});

test('a request to be called back to a post that has ended is over', () => {
  expect(mayTalk(bound({ state: 'asked' }), false, nowMs, campaign.limits)).toBe(false);
});

test('a second tap says nothing twice; the same answer a while later is another one', () => {
  const once = decide(bound(), agreed);
  if (once.decision !== 'say') throw new Error('nothing was said');
  const grant = bound({ said: once.said });
  expect(decide(grant, agreed, 'viewer', nowMs + 30_000).decision).toBe('already');
  expect(decide(grant, agreed, 'poster', nowMs + 30_000).decision).toBe('say');
  expect(decide(grant, agreed, 'viewer', nowMs + 61_000).decision).toBe('say');
});

test('whatever both say and read: in order, within the limits, and unread is what came later from the other side', () => {
  const act = fc.record({
    side: fc.constantFrom('viewer' as const, 'poster' as const),
    read: fc.boolean(),
    code: fc.constantFrom('agreed', 'no-voice', 'call-me'),
    afterMs: fc.integer({ min: 0, max: hourMs }),
  });
  fc.assert(
    fc.property(fc.array(act, { maxLength: 60 }), (acts) => {
      let grant = bound();
      const unread = { viewer: 0, poster: 0 };
      let atMs = nowMs;
      for (const { side, read, code, afterMs } of acts) {
        atMs += afterMs;
        if (read) {
          grant = { ...grant, readAtMs: { ...grant.readAtMs, [side]: grant.said.at(-1)?.atMs ?? 0 } };
          unread[side] = 0;
        } else {
          const decided = decide(grant, { kind: 'sentence', code }, side, atMs);
          if (decided.decision !== 'say') continue;
          grant = { ...grant, said: decided.said };
          unread[side === 'viewer' ? 'poster' : 'viewer'] += 1;
        }
        expect(unreadOf(grant, 'viewer')).toBe(unread.viewer);
        expect(unreadOf(grant, 'poster')).toBe(unread.poster);
      }
      const times = grant.said.map((each) => each.atMs);
      expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
      for (const side of ['viewer', 'poster'] as const) {
        const own = grant.said.filter((each) => each.side === side);
        expect(own.length).toBeLessThanOrEqual(campaign.limits.sayings);
        for (const { atMs: from } of own)
          expect(
            own.filter((each) => each.atMs >= from && each.atMs < from + hourMs).length,
          ).toBeLessThanOrEqual(campaign.limits.sayingsPerHour);
        expect(sayingsLeft(grant.said, side, atMs, campaign.limits)).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

test('a day of a plan is one of China, whatever the hour', () => {
  const late = Date.parse('2022-12-20T23:59:00+08:00');
  expect(decide(bound({ askedAtMs: late }), plan({ day: chinaDay(late) }), 'viewer', late).decision).toBe(
    'say',
  );
});
