import fc from 'fast-check';
import type { Group } from '../../cloudfunctions/shared/contract/board';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import type { Coordinates } from '../../cloudfunctions/shared/contract/place';
import { timeRank } from '@facts/time-rank';

/** Where geometry is hardest: a dense city, identical points, the date line, both poles, the antipode of a city. */
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
      expired: fc.constantFrom(false, false, false, false, true),
    }),
    { numRuns: count, seed },
  );
  return drawn.map((draw, index): PostDocument => {
    const publishedAtMs = nowMs - draw.ageMs;
    const priority = draw.groups.length > 0 ? 1 : 0;
    return {
      _id: prefix + index.toString(16).padStart(31, '0'),
      board: draw.board,
      status: draw.status,
      ownerId: 'f'.repeat(32),
      ownerName: '测*',
      items: draw.itemCodes.map((code) => ({ code, quantity: 2, unit: '粒' })),
      itemCodes: draw.itemCodes,
      portions: draw.board === 'spare' ? { total: 2, left: 2 } : null,
      source: draw.board === 'spare' ? 'pharmacy' : null,
      beneficiary: 'self',
      groups: draw.groups,
      priority,
      note: '',
      publicPoint: { type: 'Point', coordinates: draw.coordinates },
      districtCode: draw.district,
      cityCode: `${draw.district.slice(0, 4)}00`,
      provinceCode: `${draw.district.slice(0, 2)}0000`,
      regionLabel: '某地',
      publishedAtMs,
      timeRank: timeRank(publishedAtMs, priority),
      expiresAtMs: draw.expired ? nowMs - 1 : nowMs + 48 * hourMs,
      closedAtMs: null,
    };
  });
}
