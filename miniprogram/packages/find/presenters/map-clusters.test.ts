import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { aPost } from '../../../../cloudfunctions/shared/testing/a-post';
import type { FoundPost } from '../../../model/board-page';
import { cellsOf, clustersAt, fingerPixels, openingScale, pixelsBetween } from './map-clusters';

const near = fc.tuple(
  fc.integer({ min: 11_290, max: 11_310 }).map((n) => n / 100),
  fc.integer({ min: 2_810, max: 2_830 }).map((n) => n / 100),
);
const towns = fc.array(near, { maxLength: 50 }).map((points) =>
  points.map((publicPoint, index): FoundPost => ({
    ...aPost({ id: index.toString(16).padStart(32, '0'), publicPoint }),
    distanceBand: 0,
    contactsLeft: null,
    reach: 'city',
  })),
);
const scales = fc.integer({ min: 3, max: 18 });

test('every post is in one cluster, and no two clusters are under one finger', () => {
  fc.assert(
    fc.property(towns, scales, (posts, scale) => {
      const clusters = clustersAt(cellsOf(posts), scale);
      const ids = clusters.flatMap((cluster) => cluster.posts.map(({ id }) => id));
      expect(ids.sort()).toEqual(posts.map(({ id }) => id));
      for (const [at, cluster] of clusters.entries())
        for (const other of clusters.slice(at + 1))
          expect(pixelsBetween(cluster.centre, other.centre, scale)).toBeGreaterThanOrEqual(fingerPixels);
    }),
  );
});

test('posts of one cell are one however near one looks, and at the farthest a town is one', () => {
  fc.assert(
    fc.property(towns, (posts) => {
      expect(clustersAt(cellsOf(posts), 18)).toHaveLength(
        new Set(posts.map(({ publicPoint }) => publicPoint.join())).size,
      );
      expect(clustersAt(cellsOf(posts), 3).length).toBeLessThanOrEqual(1);
    }),
  );
});

test('a map opens as near as its nearest posts allow', () => {
  const [post] = fc.sample(towns, { numRuns: 1, seed: 4 })[0] ?? [];
  const at = (publicPoint: [number, number]) => ({ ...post, publicPoint }) as FoundPost;
  expect(openingScale([113, 28.2], [])).toBe(13);
  expect(openingScale([113, 28.2], [at([113.01, 28.2])])).toBe(13);
  expect(openingScale([113, 28.2], [at([116.4, 39.9])])).toBeLessThan(7);
});
