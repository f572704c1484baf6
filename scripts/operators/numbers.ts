import { readFileSync } from 'node:fs';
import type { Store } from './store';

/** Documents written at a time, so that a pool of thousands takes seconds. */
const atOnce = 20;

/**
 * Adds the masked numbers of a file to the list that the sweep compares with the carrier, and says how many there are.
 * Doing it again, or after an interruption, adds what is missing. A number that was given up stays: the carrier answers
 * that it is not ours, and nothing else follows.
 */
export async function keptNumbers(
  store: Pick<Store, 'find' | 'count' | 'insert'>,
  file: string | undefined,
  nowMs: number,
): Promise<string> {
  let added = 0;
  const given = file === undefined ? [] : numbersIn(file);
  for (let start = 0; start < given.length; start += atOnce) {
    const written = await Promise.all(
      given.slice(start, start + atOnce).map((number) => addNumber(store, number, nowMs)),
    );
    added += written.filter(Boolean).length;
  }
  const there = await store.count('numbers', {});
  if (file === undefined) return `${there} numbers`;
  return `${added} numbers added, ${given.length - added} were there; ${there} in all`;
}

function numbersIn(file: string): string[] {
  const words = readFileSync(file, 'utf8')
    .split(/[\s,;，；]+/)
    .filter((word) => word !== '');
  const wrong = words.find((word) => !/^\d{8,15}$/.test(word));
  if (wrong !== undefined)
    throw new Error(`${file}: ${JSON.stringify(wrong)} is not a number of 8 to 15 digits; nothing was added`);
  if (words.length === 0) throw new Error(`${file} has no number`);
  return [...new Set(words)];
}

async function addNumber(
  store: Pick<Store, 'find' | 'insert'>,
  number: string,
  nowMs: number,
): Promise<boolean> {
  const found = await store.find('numbers', { _id: number }, 1);
  if (found.length > 0) return false;
  await store.insert('numbers', { _id: number, addedAtMs: nowMs });
  return true;
}
