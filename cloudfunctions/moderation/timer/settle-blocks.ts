import { undoMs } from '../../shared/domain/queue';
import { unsettledBlocks } from '../../shared/adapters/block-store';
import { unendedPostsOf } from '../../shared/adapters/post-store';
import { inOrder } from '../../shared/adapters/ordered-writes';
import { each, type Run } from './run';

/**
 * Closes a blocked person's posts once the block can no longer be taken back. Contacts end separately: the sweep of the
 * contact function gives the numbers of blocked people back.
 */
export async function settleBlocks(run: Run): Promise<number> {
  const blocks = await unsettledBlocks(run.nowMs - undoMs);
  return each(blocks, run, 2, async ({ _id: personId }) => {
    for (const { _id: id } of await unendedPostsOf(personId))
      await inOrder(async (ordered) => {
        const post = await ordered.read('posts', id);
        if (!post || post.closedAtMs !== null) return;
        await ordered.write('posts', { ...post, status: 'withdrawn', closedAtMs: run.nowMs });
      });
    return inOrder(async (ordered) => {
      const block = await ordered.read('blocks', personId);
      if (block) await ordered.write('blocks', { ...block, settledAtMs: run.nowMs });
      return block !== null;
    });
  });
}
