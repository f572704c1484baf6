/** A way to answer a query, as far as choosing needs it. */
export interface Choice {
  /** The number of rows in its part of the index, counted up to `most`. */
  rows(most: number): number;
  /** Decides between equal counts: the greater wins. */
  score: number;
}

/** The first limit of counting, the factor by which it grows while nothing is decided, and the last limit. */
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
    // A later choice need only be counted up to the best count so far.
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
