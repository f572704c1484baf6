import { encodeKey, keyText } from '../index/key';
import { isDocument, type Value } from '../values/value';

/** The same text for equal values and for no others: longs that an index rounds to the same double keep different texts. */
export function exactKey(value: Value | undefined): string {
  const key = keyText(encodeKey(value));
  const longs: string[] = [];
  gatherLongs(value, 0, longs);
  return longs.length === 0 ? key : key + longs.join();
}

/**
 * The longs that no double equals, each with its place among the numbers.
 * @returns the place of the next number
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
