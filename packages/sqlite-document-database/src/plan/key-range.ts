import { afterPrefix } from '../index/key';
import type { Bounds } from './bounds';

/** Keys from `low`, inclusive, to `high`, exclusive; without `high` to the end. */
export interface KeyRange {
  low: Uint8Array;
  high: Uint8Array | undefined;
}

/** The most look-ups that the combinations of several `$in` lists may give. */
const maxPrefixes = 1000;

export function concat(...parts: Uint8Array[]): Uint8Array {
  return Buffer.concat(parts);
}

/** Every prefix extended by every point; undefined when there would be too many. */
export function extendPrefixes(
  prefixes: Uint8Array[],
  points: Uint8Array[],
  descending: boolean,
): Uint8Array[] | undefined {
  if (prefixes.length * points.length > maxPrefixes) return undefined;
  const extended: Uint8Array[] = [];
  for (const prefix of prefixes)
    for (const point of points) {
      const part = descending ? inverted(point) : point;
      extended.push(prefix.length ? concat(prefix, part) : part);
    }
  return extended;
}

/** The ranges of whole prefixes, or of intervals under each prefix. */
export function rangesUnder(
  prefixes: Uint8Array[],
  pieces: Bounds['ranges'],
  descending: boolean,
): KeyRange[] {
  return prefixes.flatMap((prefix) => {
    if (!pieces) return [{ low: prefix, high: prefix.length ? afterPrefix(prefix) : undefined }];
    return pieces.map(({ low, high }) => {
      if (!descending) return { low: concat(prefix, low), high: concat(prefix, high) };
      // In a descending key the range is reversed: it ends after all keys that begin with `low` and starts after those with `high`.
      return {
        low: concat(prefix, afterPrefix(inverted(high)) ?? inverted(high)),
        high: concat(prefix, afterPrefix(inverted(low)) ?? Uint8Array.of(0xff, 0xff)),
      };
    });
  });
}

function inverted(bytes: Uint8Array): Uint8Array {
  return bytes.map((byte) => ~byte);
}
