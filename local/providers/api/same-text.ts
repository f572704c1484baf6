import { timingSafeEqual } from 'node:crypto';

/** Compares two signatures in constant time, because a timing would reveal how much of a guess is right. */
export function sameText(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
