/** A source of random values that are the same for the same seed on every machine. */
export interface Random {
  /** A number in [0, 1). */
  unit(): number;
  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number;
  /** A whole number from `least` to `most`, both included. */
  between(least: number, most: number): number;
  chance(probability: number): boolean;
  /** @throws when the list is empty */
  pick<T>(list: readonly T[]): T;
  /** Normally distributed with mean 0 and deviation 1. */
  gaussian(): number;
  /** A text of 32 hexadecimal digits. */
  hexId(): string;
}

/** sfc32 by Chris Doty-Humphrey (PractRand): small, fast, and passes its author's test suite. */
export function createRandom(seed: number): Random {
  let [a, b, c, counter] = [0x9e3779b9, seed | 0, seed ^ 0x5bd1e995, 1];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    c |= 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i += 1) next();

  const unit = (): number => next() / 0x1_0000_0000;
  const below = (limit: number): number => Math.floor(unit() * limit);
  const eightDigits = (): string => next().toString(16).padStart(8, '0');
  return {
    unit,
    below,
    between: (least, most) => least + below(most - least + 1),
    chance: (probability) => unit() < probability,
    pick: (list) => {
      const picked = list[below(list.length)];
      if (picked === undefined) throw new Error('nothing to pick from');
      return picked;
    },
    // Box and Muller 1958. `1 - unit()` keeps the logarithm finite.
    gaussian: () => Math.sqrt(-2 * Math.log(1 - unit())) * Math.cos(2 * Math.PI * unit()),
    hexId: () => eightDigits() + eightDigits() + eightDigits() + eightDigits(),
  };
}
