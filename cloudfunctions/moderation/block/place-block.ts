import type { ReviewDocument } from '../../shared/contract/moderation-documents';
import { newPerson } from '../../shared/domain/person';
import type { Ordered } from '../../shared/adapters/ordered-writes';

type Subject = Pick<ReviewDocument, 'ownerId' | 'caseId'>;

/**
 * Blocks a person from now on. The person's document is written too, so that a publication or a contact that runs at this moment
 * conflicts and sees the block. The timer closes posts and contacts once the decision cannot be taken back.
 */
export async function placeBlock(
  { read, write }: Ordered,
  { ownerId, caseId }: Subject,
  nowMs: number,
): Promise<void> {
  await write('persons', (await read('persons', ownerId)) ?? newPerson(ownerId));
  await write('blocks', { _id: ownerId, caseId, atMs: nowMs, settledAtMs: null });
}

export async function liftBlock({ read, remove }: Ordered, { ownerId }: Subject): Promise<void> {
  if (await read('blocks', ownerId)) await remove('blocks', ownerId);
}
