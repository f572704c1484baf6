import { MaxKey, MinKey, ObjectId } from 'bson';
import fc from 'fast-check';
import { anyValue } from '../../test/arbitrary/arbitrary-values';
import { compareValues } from '../values/compare';
import { encodeKey, KeyWriter, partEnd } from './key';

const sign = (order: number): number => Math.sign(order);

describe('index keys', () => {
  test('are in the order of their values', () => {
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(sign(Buffer.compare(encodeKey(a), encodeKey(b)))).toBe(sign(compareValues(a, b)));
      }),
      { numRuns: 2000 },
    );
  });

  test('are in the opposite order when descending', () => {
    const descending = (value: Parameters<KeyWriter['part']>[0]): Uint8Array => {
      const writer = new KeyWriter();
      writer.part(value, true);
      return writer.take();
    };
    fc.assert(
      fc.property(anyValue, anyValue, (a, b) => {
        expect(sign(Buffer.compare(descending(a), descending(b)))).toBe(-sign(compareValues(a, b)) + 0);
      }),
    );
  });

  test('show where each part ends', () => {
    fc.assert(
      fc.property(anyValue, fc.boolean(), anyValue, (first, descending, second) => {
        const writer = new KeyWriter();
        writer.part(first, descending);
        const { length } = writer;
        writer.part(second);
        expect(partEnd(writer.take(), 0, descending)).toBe(length);
      }),
    );
  });

  test('follow MongoDB’s order of types', () => {
    const ordered = [
      new MinKey(),
      null,
      -1,
      'a',
      {},
      [],
      new ObjectId(),
      false,
      new Date(0),
      /a/,
      new MaxKey(),
    ];
    const keys = ordered.map((value) => encodeKey(value as never));
    for (let i = 1; i < keys.length; i++)
      expect(Buffer.compare(keys[i - 1] as Uint8Array, keys[i] as Uint8Array)).toBeLessThan(0);
  });
});
