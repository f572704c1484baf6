import { z } from 'zod';
import { command, database } from './database';
import { isConflict } from './ordered-writes';
import { accepted, documentOrNull } from './stored';

/**
 * Longer than a publication takes. A turn of an instance that was lost is never given back, and its person should not wait long for it;
 * where work takes longer than its turn, the transactions still put it in order.
 */
const longestMs = 3_000;

const turns = () => database.collection('turns');

/** A person's turn to write, or the name of the work that occupies the turn in another call. */
export type Turn = { isMine: true; giveBack(): Promise<void> } | { isMine: false; workId: string | null };

const StoredTurn = z.object({ workId: z.string(), untilMs: z.number() });

/** Takes the only turn of a person, from any account, for a piece of work. Uses at most three database operations. */
export async function takeTurn(personId: string, workId: string, nowMs: number): Promise<Turn> {
  const untilMs = nowMs + longestMs;
  if (!(await isFirst(personId, workId, untilMs))) {
    const other = documentOrNull(StoredTurn, await turns().doc(personId).get());
    const isLost = other !== null && other.untilMs < nowMs;
    if (!isLost || !(await replaces(personId, other.untilMs, workId, untilMs)))
      return { isMine: false, workId: other?.workId ?? null };
  }
  return {
    isMine: true,
    giveBack: async () => {
      accepted(await turns().where({ _id: personId, untilMs, workId }).remove());
    },
  };
}

/** Removes turns that were never given back; answers how many. */
export async function removeLostTurns(nowMs: number): Promise<number> {
  const answer = await turns()
    .where({ untilMs: command.lt(nowMs) })
    .remove();
  return accepted(answer).deleted ?? 0;
}

async function isFirst(personId: string, workId: string, untilMs: number): Promise<boolean> {
  try {
    const answer: object = await turns().add({ _id: personId, workId, untilMs });
    accepted(answer);
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}

async function replaces(
  personId: string,
  lostUntilMs: number,
  workId: string,
  untilMs: number,
): Promise<boolean> {
  const answer = await turns().where({ _id: personId, untilMs: lostUntilMs }).update({ workId, untilMs });
  return accepted(answer).updated === 1;
}
