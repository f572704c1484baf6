import { ClosingDocument } from '../contract/closing';
import { database } from './database';
import { documentOrNull } from './stored';

/** An instance asks again after this: what closes is closed everywhere within a minute. */
export const knownForMs = 20_000;

let known: { closing: ClosingDocument | null; atMs: number } | undefined;

/** The closing of this environment, as it was within the last seconds; null while it is open. */
export async function findClosing(nowMs: number): Promise<ClosingDocument | null> {
  if (known === undefined || nowMs - known.atMs >= knownForMs || nowMs < known.atMs)
    known = { closing: await readClosing(), atMs: nowMs };
  return known.closing;
}

/** The closing as it is now; null while the environment is open. */
export async function readClosing(): Promise<ClosingDocument | null> {
  const closing = documentOrNull(
    ClosingDocument,
    await database.collection('closings').where({ _id: 'closing' }).limit(1).get(),
  );
  return closing === null || closing.closedAtMs === null ? null : closing;
}

/** Notes how far the closing has come, unless it was undone meanwhile. */
export async function noteClosing(
  { closedAtMs }: ClosingDocument,
  fields: Partial<Pick<ClosingDocument, 'notifiedAfter' | 'erasedAtMs'>>,
): Promise<void> {
  await database.collection('closings').where({ _id: 'closing', closedAtMs }).update(fields);
}
