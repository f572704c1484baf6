import { z } from 'zod';
import { command, database } from './database';
import { isConflict } from './ordered-writes';
import { accepted, documentOrNull } from './stored';

const spending = () => database.collection('spending');

const Spending = z.object({ calls: z.number() });

/**
 * Adds calls to a caller's count and answers the sum. The id is a hash of caller, budget and hour. Of simultaneous calls each may read
 * the sum with the others': at the end of a budget a few less are served, never more.
 */
export async function addSpending(id: string, calls: number, untilMs: number): Promise<number> {
  const isAdded =
    (await increase(id, calls)) || (await begin(id, calls, untilMs)) || (await increase(id, calls));
  const sum = documentOrNull(Spending, await spending().doc(id).get());
  return sum?.calls ?? (isAdded ? calls : 0);
}

/** Removes the counts of past hours; answers how many documents. */
export async function removeSpending(nowMs: number): Promise<number> {
  const answer = await spending()
    .where({ untilMs: command.lte(nowMs) })
    .remove();
  return accepted(answer).deleted ?? 0;
}

async function increase(id: string, calls: number): Promise<boolean> {
  const answer = await spending()
    .where({ _id: id })
    .update({ calls: command.inc(calls) });
  return accepted(answer).updated === 1;
}

async function begin(id: string, calls: number, untilMs: number): Promise<boolean> {
  try {
    const answer: object = await spending().add({ _id: id, calls, untilMs });
    accepted(answer);
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}
