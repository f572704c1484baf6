import fc from 'fast-check';
import type { Group } from '../../cloudfunctions/shared/contract/board';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { emptyBody } from '../../cloudfunctions/shared/contract/post-body';
import { newPost } from '../../cloudfunctions/shared/domain/new-post';

/**
 * Places where geometry is hardest: a dense city, identical points, the date line, both poles, the antipode of a city.
 */
const crowded: Coordinates[] = [
  [116.4, 39.9],
  [112.931, 28.235],
  [179.9999, 0],
  [-179.9999, 0.0001],
  [12, 89.9999],
  [-100, -89.999],
  [0, 0],
];

export const codes = ['ibuprofen', 'paracetamol', 'antigen-test'] as const;
const districts = ['430104', '430102', '430281', '110101', '530102'] as const;

export const point: fc.Arbitrary<Coordinates> = fc.oneof(
  fc.constantFrom(...crowded),
  fc
    .tuple(
      fc.constantFrom(...crowded),
      fc.double({ min: -0.2, max: 0.2, noNaN: true }),
      fc.double({ min: -0.2, max: 0.2, noNaN: true }),
    )
    .map(([[lng, lat], x, y]): Coordinates => [wrap(lng + x), Math.max(-90, Math.min(90, lat + y))]),
  fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true })),
);

const wrap = (lng: number): number => (lng > 180 ? lng - 360 : lng < -180 ? lng + 360 : lng);

const hourMs = 3_600_000;

/** Documents of open posts (and some that are not), with ids from `prefix` on. */
export function randomPosts(count: number, seed: number, nowMs: number, prefix = 'a'): PostDocument[] {
  const drawn = fc.sample(
    fc.record({
      board: fc.constantFrom('need' as const, 'need' as const, 'spare' as const),
      status: fc.constantFrom(
        ...(['published', 'published', 'published', 'published', 'withdrawn', 'fulfilled'] as const),
      ),
      itemCodes: fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1, maxLength: 3 }),
      groups: fc.oneof(
        fc.constant<Group[]>([]),
        fc.uniqueArray(fc.constantFrom<Group[]>('infant', 'elderly'), { maxLength: 2 }),
      ),
      coordinates: point,
      district: fc.constantFrom(...districts),
      ageMs: fc.oneof(fc.integer({ min: 0, max: 3 * hourMs }), fc.integer({ min: 0, max: 40 * hourMs })),
      rests: fc.constantFrom(false, false, true),
      expired: fc.constantFrom(false, false, false, false, true),
    }),
    { numRuns: count, seed },
  );
  return drawn.map((draw, index) => ({
    ...newPost({
      id: prefix + index.toString(16).padStart(31, '0'),
      campaign: 'fever',
      board: draw.board,
      owner: { id: 'f'.repeat(32), maskedName: '测*' },
      body: {
        ...emptyBody,
        items: draw.itemCodes.map((code) => ({ code, quantity: 2, unit: '粒' })),
        ...(draw.board === 'spare' && { portions: { total: 2, left: 2 }, source: 'pharmacy' }),
        groups: draw.groups,
      },
      publicPoint: draw.coordinates,
      region: { adcode: draw.district, label: '某地' },
      publishedAtMs: nowMs - draw.ageMs,
      expiresAtMs: draw.expired ? nowMs - 1 : nowMs + 48 * hourMs,
    }),
    status: draw.status,
    isResting: draw.rests,
  }));
}
