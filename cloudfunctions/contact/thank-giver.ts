import type { GrantDocument } from '../shared/contract/documents';
import { isHelped } from '../shared/domain/hand-over';
import { newRecord } from '../shared/domain/record';
import { giverOf } from '../shared/domain/talk';
import { addNews } from '../shared/adapters/news-store';
import type { WritingFor } from '../shared/adapters/write-for';
import { thanksNews } from './contact-news';

/**
 * Counts a helped household for the one who gave, and thanks them; or takes it back when the taker says otherwise. In the
 * transaction that changes the grant. Nothing is written of a giver who is gone.
 */
export async function thankGiver(
  ordered: WritingFor,
  before: GrantDocument,
  after: GrantDocument,
  nowMs: number,
): Promise<void> {
  const change = Number(isHelped(after)) - Number(isHelped(before));
  if (change === 0) return;
  const giverId = after[`${giverOf(after.board)}Id`];
  const giver = await ordered.read('persons', giverId);
  if (!giver || giver.isErasing || giver.erasedAtMs !== null) return;
  await ordered.alsoFor(giverId);
  const record = (await ordered.read('records', giverId)) ?? newRecord(giverId);
  const helped = Math.max(0, record.helped + change);
  await ordered.write('records', { ...record, helped });
  if (change > 0) await addNews(ordered, thanksNews(after, helped, nowMs));
}
