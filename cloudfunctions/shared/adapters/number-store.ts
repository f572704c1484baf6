import { NumberDocument } from '../contract/documents';
import { command, database } from './database';
import { accepted, documentOrNull, idsOf } from './stored';

const numbers = () => database.collection('numbers');

/** Numbers that this instance has found in the list, so that each contact does not ask again. */
const seen = new Set<string>();

/** The numbers of the pool in their order, from the first after `after`, at most `limit`. */
export async function numbersAfter(after: string, limit: number): Promise<string[]> {
  return idsOf(
    await numbers()
      .where({ _id: command.gt(after) })
      .orderBy('_id', 'asc')
      .limit(limit)
      .get(),
  );
}

export async function countNumbers(): Promise<number> {
  return accepted(await numbers().count()).total ?? 0;
}

/**
 * Adds a number to the list unless it is there.
 * @returns whether it was missing
 */
export async function listNumber(number: string, nowMs: number): Promise<boolean> {
  if (seen.has(number)) return false;
  const isMissing = documentOrNull(NumberDocument, await numbers().doc(number).get()) === null;
  // Two binds may add it at once; the later write changes nothing but the time.
  if (isMissing) accepted(await numbers().doc(number).set({ addedAtMs: nowMs }));
  seen.add(number);
  return isMissing;
}
