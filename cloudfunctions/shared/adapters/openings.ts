import { z } from 'zod';
import { command, database } from './database';
import { isConflict } from './ordered-writes';
import { accepted, documentOrNull } from './stored';

const openings = () => database.collection('openings');

const Openings = z.object({ posts: z.array(z.string()) });

/** The posts that a person opened on a day. The id is a hash of both. */
export async function openingsOf(id: string): Promise<string[]> {
  return documentOrNull(Openings, await openings().doc(id).get())?.posts ?? [];
}

/**
 * Adds a post to those of a day.
 * @param seen how many there were
 * @returns false when there are more by now
 */
export async function noteOpening(
  id: string,
  postId: string,
  seen: number,
  untilMs: number,
): Promise<boolean> {
  if (seen === 0) return begin(id, postId, untilMs);
  const answer = await openings()
    .where({ _id: id, count: seen })
    .update({ posts: command.push([postId]), count: command.inc(1) });
  return accepted(answer).updated === 1;
}

/** Removes what was opened on days that are over; answers how many documents. */
export async function removeOpenings(nowMs: number): Promise<number> {
  const answer = await openings()
    .where({ untilMs: command.lte(nowMs) })
    .remove();
  return accepted(answer).deleted ?? 0;
}

async function begin(id: string, postId: string, untilMs: number): Promise<boolean> {
  try {
    const answer: object = await openings().add({ _id: id, posts: [postId], count: 1, untilMs });
    accepted(answer);
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
}
