import { fold } from '@facts/notes/normalise';

/** Numbers of a sketch, and how many of them make a band. */
const sketchSize = 16;
const bandSize = 4;

/**
 * A fingerprint of a text for finding nearly equal ones: for each of 16 hash functions the least hash of its runs of
 * three characters (MinHash). The share of equal numbers is about the share of runs that two texts have in common, and
 * the text cannot be read from it. Empty for a text that is too short to compare.
 */
export function sketchOf(text: string): number[] {
  const characters = [...fold(text, 'dropped').text];
  if (characters.length < 8) return [];
  const least = new Array<number>(sketchSize).fill(0xffffffff);
  for (let at = 0; at + 3 <= characters.length; at += 1) {
    const run = hashOf(characters.slice(at, at + 3).join(''));
    for (let index = 0; index < sketchSize; index += 1)
      least[index] = Math.min(least[index] ?? 0, mixed(run, index));
  }
  return least;
}

/** The approximate share of runs that two texts have in common. */
export const likeness = (one: readonly number[], other: readonly number[]): number =>
  one.length === 0 || one.length !== other.length
    ? 0
    : one.filter((least, index) => least === other[index]).length / one.length;

/** From this share on two texts are nearly the same. */
export const likeFrom = 0.7;

/** Texts that are nearly the same share at least one band with near certainty, so that few others need comparing. */
export function bandsOf(sketch: readonly number[]): string[] {
  const bands: string[] = [];
  for (let at = 0; at < sketch.length; at += bandSize)
    bands.push([at, ...sketch.slice(at, at + bandSize)].join('-'));
  return bands;
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return hash;
}

/** Hashes a hash, differently for each index (the finaliser of MurmurHash3). */
function mixed(hash: number, index: number): number {
  let mix = (hash ^ Math.imul(index + 1, 0x9e3779b9)) >>> 0;
  mix = Math.imul(mix ^ (mix >>> 16), 0x85ebca6b) >>> 0;
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35) >>> 0;
  return (mix ^ (mix >>> 16)) >>> 0;
}
