import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ListedPost } from '../../../cloudfunctions/shared/contract/listed-post';
import { emptyBody } from '../../../cloudfunctions/shared/contract/post-body';
import { listedPost } from '../../../cloudfunctions/shared/domain/listed-post';
import { forGuests } from '../../../cloudfunctions/shared/domain/public-post';
import { aPost, storedFieldsOf } from '../../../cloudfunctions/shared/testing/a-post';
import { choices } from '../publish/form-fields';
import { foundPage } from './found-page';

const nowMs = Date.UTC(2026, 10, 29, 9, 41);
const names = { ibuprofen: '布洛芬' };
const near = { band: 1, reach: 'city' as const };
const sent = (post: ReturnType<typeof aPost>, where: Parameters<typeof listedPost>[1] = near): ListedPost =>
  ListedPost.parse(JSON.parse(JSON.stringify(listedPost(storedFieldsOf(post), where))));
const found = (post: ReturnType<typeof aPost>, where: Parameters<typeof listedPost>[1] = near) =>
  foundPage({ posts: [sent(post, where)], names, nextCursor: null, nowMs }, post.board).posts[0];

describe('a post in a list', () => {
  test('what is empty or known to the phone is not sent', () => {
    const plain = sent(aPost({ note: '', groups: ['pregnant'], publishedAtMs: nowMs }));
    expect(plain).toEqual({
      id: 'a'.repeat(32),
      items: [{ code: 'ibuprofen', quantity: 4, unit: '粒' }],
      priority: true,
      adcode: '430104',
      point: [112.93, 28.23],
      publishedAtMs: Date.UTC(2026, 10, 29, 9),
      band: 1,
    });
  });

  test('of its note the beginning is sent, and of the poster nothing', () => {
    const text = JSON.stringify(
      sent(aPost({ note: '孕'.repeat(60), groups: ['pregnant'], posterName: '李*' })),
    );
    expect(text).toContain(`"${'孕'.repeat(40)}…"`);
    expect(text).not.toMatch(/pregnant|李/);
    expect(sent(aPost({ note: '短' })).note).toBe('短');
  });

  test('the phone has every field again that a list shows', () => {
    fc.assert(
      fc.property(
        fc.record({
          board: fc.constantFrom('need' as const, 'spare' as const),
          beneficiary: fc.constantFrom('self' as const, 'elsewhere' as const),
          handOver: fc.subarray(choices.handOver.map(({ code }) => code)),
          ill: fc.integer({ min: 1, max: 10 }),
          callHours: fc.constantFrom(null, { from: 8, until: 20 }),
          note: fc.constantFrom('', '孩子39度'),
          groups: fc.subarray(['infant' as const, 'elderly' as const]),
          left: fc.integer({ min: 0, max: 9 }),
        }),
        fc.constantFrom('city' as const, 'province' as const, 'country' as const),
        ({ left, ...body }, reach) => {
          const portions = body.board === 'spare' ? { total: left, left } : null;
          const contactsLeft = body.board === 'spare' ? left + 3 : null;
          const post = aPost({ ...body, portions, publishedAtMs: nowMs });
          expect(found(post, { band: 7, reach, contactsLeft })).toEqual({
            ...forGuests(post),
            expiresAtMs: 0,
            distanceBand: 7,
            reach,
            contactsLeft,
          });
        },
      ),
    );
  });

  test('an item that the page does not name is shown by its code', () => {
    const post = aPost({ items: [{ code: 'of-last-year', name: '', quantity: 1, unit: '盒' }] });
    expect(found(post)?.items[0]?.name).toBe('of-last-year');
  });

  test('a page of twenty full spares has less than 8 KB', () => {
    const spare = aPost({
      ...emptyBody,
      board: 'spare',
      portions: { total: 5, left: 5 },
      items: [{ code: 'ibuprofen', name: '布洛芬', quantity: 12, unit: '粒', expiresOn: '2027-05' }],
      groups: ['elderly'],
      handOver: ['pick-up'],
      note: '药'.repeat(60),
      publicPoint: [112.937898, 28.218638],
      publishedAtMs: nowMs,
    });
    const posts = Array.from({ length: 20 }, () => sent(spare));
    const answer = { ok: true, output: { posts, names, nextCursor: 'c'.repeat(151), nowMs } };
    expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThan(8 * 1024);
  });
});
