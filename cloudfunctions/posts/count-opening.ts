import { chinaDay } from '@facts/china-time';
import { isUnended } from '../shared/domain/post-life';
import { noteOpening, openingsOf } from '../shared/adapters/openings';
import { readDocument } from '../shared/adapters/ordered-writes';
import { postsById } from '../shared/adapters/post-store';
import { campaign } from '../shared/kernel/campaign';
import { keyedId } from '../shared/kernel/keyed-hash';
import type { Refuse } from '../shared/kernel/refuse';

/** How often counting starts over because another account of the person opened a post in between. */
const attempts = 5;
const dayMs = 24 * 3_600_000;

/** Counts an opened post, once a day of China however often it is opened; answers how many more may be opened today. */
export async function countOpening(
  personId: string,
  postId: string,
  nowMs: number,
  refuse: Refuse<'opened-enough' | 'busy'>,
): Promise<number> {
  const id = keyedId('openings', personId, chinaDay(nowMs));
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const opened = await openingsOf(id);
    const isNew = !opened.includes(postId);
    const after = opened.length + (isNew ? 1 : 0);
    const { opensPerDay } = campaign.limits;
    const limit = after <= opensPerDay ? opensPerDay : await limitOf(personId, nowMs);
    if (isNew && after > limit)
      throw refuse('opened-enough', {
        message: `今天已经打开了 ${opened.length} 条信息，请明天再看。看过的还能再打开。`,
      });
    if (!isNew || (await noteOpening(id, postId, opened.length, nowMs + dayMs)))
      return Math.max(0, limit - after);
  }
  throw refuse('busy', { cause: 'changed-by-others' });
}

async function limitOf(personId: string, nowMs: number): Promise<number> {
  const { opensPerDay, opensMoreForGiving } = campaign.limits;
  const listed = (await readDocument('persons', personId))?.openPosts ?? [];
  const spares = listed.filter(({ board }) => board === 'spare').map(({ id }) => id);
  const gives = [...(await postsById(spares)).values()].some((post) => isUnended(post, nowMs));
  return opensPerDay + (gives ? opensMoreForGiving : 0);
}
