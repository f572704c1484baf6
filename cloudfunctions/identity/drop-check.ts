import type { DocumentCheckDocument } from '../shared/contract/check-document';
import type { Ordered } from '../shared/adapters/ordered-writes';
import { pictureIdOf } from '../shared/adapters/pictures';

/** Removes a check of a document and marks its pictures for deletion. */
export async function dropCheck(ordered: Ordered, checkId: string, nowMs: number): Promise<void> {
  const check = await ordered.read('documentChecks', checkId);
  if (!check) return;
  await letGoOfPictures(ordered, check, nowMs);
  await ordered.remove('documentChecks', checkId);
}

/** Takes a check's pictures from their account and marks them for deletion at once. */
export async function letGoOfPictures(
  { read, write }: Ordered,
  { photoFileIds }: Pick<DocumentCheckDocument, 'photoFileIds'>,
  nowMs: number,
): Promise<void> {
  for (const fileId of photoFileIds) {
    const id = pictureIdOf(fileId);
    const picture = id === null ? null : await read('pictures', id);
    if (picture) await write('pictures', { ...picture, account: '', dueAtMs: nowMs });
  }
}
