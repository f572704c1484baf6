/** What happens in a city, by name: the same question gets the same answer, in whatever order questions are asked. */
export interface Draws {
  /** In [0, 1). */
  share(...question: readonly (string | number)[]): number;
  /** Whether something happens that happens with this chance. */
  happens(chance: number, ...question: readonly (string | number)[]): boolean;
  /** Around a median, by a lognormal law. */
  around(median: number, spread: number, ...question: readonly (string | number)[]): number;
}

/**
 * Draws that depend on seed and question alone, so that two cities with the same people, of which one does more, still
 * have the same people.
 */
export function createDraws(seed: number): Draws {
  const share: Draws['share'] = (...question) => mixed(hashOf(`${seed}|${question.join('|')}`));
  return {
    share,
    happens: (chance, ...question) => share(...question) < chance,
    around: (median, spread, ...question) =>
      median * Math.exp(spread * normal(share(...question, 'u'), share(...question, 'v'))),
  };
}

/** Box and Muller's: from two uniform numbers one of the normal law. */
const normal = (u: number, v: number): number => Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * v);

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** Spreads neighbouring numbers over [0, 1) (the finisher of MurmurHash3). */
function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return ((mix ^ (mix >>> 16)) >>> 0) / 2 ** 32;
}
