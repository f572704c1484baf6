import { createRandom } from '../fixtures/random';
import { drawIds, giveAll, type Giver } from './giving';

test('each post is asked once, as many at a time as allowed, and successes are counted', async () => {
  const ids = Array.from({ length: 500 }, (_unused, i) => String(i));
  const asked: string[] = [];
  let underWay = 0;
  let most = 0;
  const giver: Giver = {
    name: 'every third is used up',
    async give(id) {
      most = Math.max(most, ++underWay);
      await new Promise(setImmediate);
      underWay--;
      asked.push(id);
      return Number(id) % 3 !== 0;
    },
  };
  const { given } = await giveAll(giver, ids, 64);
  expect(asked.sort()).toEqual([...ids].sort());
  expect(most).toBe(64);
  expect(given).toBe(ids.filter((id) => Number(id) % 3 !== 0).length);
});

test('the same seed draws the same posts', () => {
  expect(drawIds(createRandom(9), 1000, 50)).toEqual(drawIds(createRandom(9), 1000, 50));
  expect(drawIds(createRandom(9), 1000, 50)).not.toEqual(drawIds(createRandom(8), 1000, 50));
});
