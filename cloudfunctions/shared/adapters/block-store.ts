import { BlockDocument } from '../contract/moderation-documents';
import { command, database } from './database';
import { blockedAmong } from './grant-store';
import { documents } from './stored';

const blocks = () => database.collection('blocks');
const pageSize = 100;

/** Whether this person may no longer take part. */
export const isBlocked = async (personId: string): Promise<boolean> =>
  (await blockedAmong([personId])).size > 0;

/** Blocks from before a moment whose posts are not yet closed. */
export async function unsettledBlocks(beforeMs: number): Promise<BlockDocument[]> {
  const answer = await blocks()
    .where({ settledAtMs: command.eq(null), atMs: command.lte(beforeMs) })
    .limit(pageSize)
    .get();
  return documents(BlockDocument, answer);
}
