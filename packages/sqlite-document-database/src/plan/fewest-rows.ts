/** A way to answer a query, as far as choosing needs it. */
export interface Choice {
  /** How many rows its part of an index holds, counted no further than `most`. */
  rows(most: number): number;
  /** Decides where the counts do not: the greater first. */
  score: number;
}

/** Counting goes so far at first, and so many times further each time that nothing is decided, up to the last. */
const first = 64;
const further = 4;
const last = 262_144;

/**
 * The choice with the fewest rows, however many equalities each has. Counting ends with the smallest: it walks no more than a few
 * times as many index entries as the choice has documents to read.
 */
export function fewestRows<C extends Choice>(choices: readonly C[]): C | undefined {
  if (choices.length < 2) return choices[0];
  for (let most = first; most <= last; most *= further) {
    const smallest = smallestWithin(choices, most);
    if (smallest) return smallest;
  }
  return byScore(choices)[0];
}

/** The choice with the fewest rows, if it has fewer than `most`. */
export function smallestWithin<C extends Choice>(choices: readonly C[], most: number): C | undefined {
  let best: C | undefined;
  let fewest = most;
  for (const choice of byScore(choices)) {
    // One that is counted later need only be counted as far as the best so far.
    const rows = choice.rows(fewest);
    if (rows >= fewest) continue;
    best = choice;
    fewest = rows;
    if (rows === 0) return best;
  }
  return best;
}

const byScore = <C extends Choice>(choices: readonly C[]): C[] =>
  [...choices].sort((a, b) => b.score - a.score);
