import fc from 'fast-check';
import { textCache } from './text-cache';

const maxBytes = 4000;

type Step = { act: 'keep' | 'get' | 'drop'; rid: number; length: number } | { act: 'clear' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 50,
    arbitrary: fc.record({
      act: fc.constantFrom('keep' as const, 'get' as const, 'drop' as const),
      rid: fc.constantFrom(1, 2, 3, 255, 256, 257, 2 ** 39, 2 ** 39 + 1),
      length: fc.nat(500),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ act: 'clear' as const }) },
);

test('answers what was stored last and never what was dropped, and never holds more than allowed', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
      const cache = textCache(maxBytes);
      const truth = new Map<number, string>();
      for (const [i, each] of steps.entries()) {
        if (each.act === 'clear') {
          cache.clear();
          truth.clear();
        } else if (each.act === 'keep') {
          const text = `${i}`.padEnd(each.length, '.');
          truth.set(each.rid, text);
          expect(cache.keep(7, each.rid, text).text).toBe(text);
        } else if (each.act === 'drop') {
          cache.drop(7, each.rid);
          truth.delete(each.rid);
        } else expect([undefined, truth.get(each.rid)]).toContain(cache.get(7, each.rid)?.text);
        expect(cache.bytes()).toBeLessThanOrEqual(maxBytes);
        if (truth.size === 0) expect(cache.bytes()).toBe(0);
      }
    }),
    { numRuns: 500 },
  );
});

test('a document that is read again and again stays while others come and go', () => {
  const cache = textCache(maxBytes);
  cache.keep(1, 1, 'hot');
  for (let rid = 2; rid < 1000; rid++) {
    expect(cache.get(1, 1)?.text).toBe('hot');
    cache.keep(1, rid, 'cold');
  }
  expect(cache.get(1, 2)).toBeUndefined();
});

test('collections do not share row numbers', () => {
  const cache = textCache(maxBytes);
  cache.keep(1, 5, 'one');
  cache.keep(2, 5, 'two');
  cache.drop(1, 5);
  expect([cache.get(1, 5), cache.get(2, 5)?.text]).toEqual([undefined, 'two']);
});

test('a document that changes again and again leaves none of its former texts behind', () => {
  const cache = textCache(256 * 1024 * 1024);
  cache.keep(1, 1, 'stays');
  const before = process.memoryUsage().heapUsed;
  const changes = 40_000;
  for (let i = 0; i < changes; i++) {
    cache.keep(1, 2, Buffer.alloc(20_000, `${i} `).toString('latin1'));
    if (i % 3) cache.drop(1, 2);
  }
  expect(process.memoryUsage().heapUsed - before).toBeLessThan((changes * 20_000) / 4);
  expect(cache.get(1, 1)?.text).toBe('stays');
});
