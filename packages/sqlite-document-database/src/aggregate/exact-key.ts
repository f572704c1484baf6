import { encodeKey, keyText } from '../index/key';
import { isDocument, type Value } from '../values/value';

/**
 * A text that equal values share and different values do not. An index rounds neighbouring longs to one double; here they differ.
 */
export function exactKey(value: Value | undefined): string {
  const key = keyText(encodeKey(value));
  const longs: string[] = [];
  gatherLongs(value, 0, longs);
  return longs.length === 0 ? key : key + longs.join();
}

/**
 * Collects the longs in a value that no double equals, each with its position among the value's numbers.
 * @returns the position of the next number
 */
function gatherLongs(value: Value | undefined, place: number, longs: string[]): number {
  if (typeof value === 'number') return place + 1;
  if (typeof value === 'bigint') {
    if (BigInt(Number(value)) !== value) longs.push(`${place}:${value}`);
    return place + 1;
  }
  if (typeof value !== 'object' || value === null) return place;
  const inner = Array.isArray(value) ? value : isDocument(value) ? Object.values(value) : [];
  return inner.reduce<number>((next, item) => gatherLongs(item, next, longs), place);
}
