import { command, database } from './database';
import { idsOf } from './stored';

/** Only an open post asks its owner something. */
const asking = { posts: { status: 'published' }, grants: {} };

/** A page of ids of posts or contacts about which something is to be asked or concluded, the longest due first; `skip` are passed over. */
export async function questionsDue(of: keyof typeof asking, nowMs: number, skip: number): Promise<string[]> {
  const answer = await database
    .collection(of)
    .where({ ...asking[of], questionDueAtMs: command.gt(0).and(command.lte(nowMs)) })
    .orderBy('questionDueAtMs', 'asc')
    .skip(skip)
    .limit(100)
    .field({ _id: true })
    .get();
  return idsOf(answer);
}
