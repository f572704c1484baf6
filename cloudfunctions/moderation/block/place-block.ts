import type { ReviewDocument } from '../../shared/contract/moderation-documents';
import { newPerson } from '../../shared/domain/person';
import type { Ordered } from '../../shared/adapters/ordered-writes';

type Subject = Pick<ReviewDocument, 'ownerId' | 'caseId'>;

/**
 * Blocks a person from now on. The block is stored with the person. Every publication and contact writes that document,
 * so one that runs at this moment conflicts and sees the block; an erasure keeps it. The timer closes posts once the
 * decision can no longer be taken back.
 */
export async function placeBlock(
  { read, write }: Ordered,
  { ownerId, caseId }: Subject,
  nowMs: number,
): Promise<void> {
  const person = (await read('persons', ownerId)) ?? newPerson(ownerId);
  await write('persons', { ...person, blockedAtMs: nowMs });
  await write('blocks', { _id: ownerId, caseId, atMs: nowMs, settledAtMs: null });
}

export async function liftBlock(
  { read, write, remove }: Ordered,
  { ownerId }: Pick<Subject, 'ownerId'>,
): Promise<void> {
  const person = await read('persons', ownerId);
  if (person) await write('persons', { ...person, blockedAtMs: null });
  if (await read('blocks', ownerId)) await remove('blocks', ownerId);
}
