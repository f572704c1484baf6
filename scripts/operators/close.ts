import { ClosingDocument } from '../../cloudfunctions/shared/contract/closing';
import { keptEntries } from '../../cloudfunctions/shared/contract/kept-data';
import type { Store } from './store';

const dayMs = 86_400_000;
export const mostDays = 365;

/** The closing as it is stored; null for an environment that is open. */
export async function storedClosing(store: Pick<Store, 'find'>): Promise<ClosingDocument | null> {
  const [found] = await store.find('closings', { _id: 'closing' }, 1);
  const closing = found === undefined ? null : ClosingDocument.parse(found);
  return closing === null || closing.closedAtMs === null ? null : closing;
}

/** What closing would erase and keep: how many documents each collection holds now. */
export async function whatCloses(
  store: Pick<Store, 'count'>,
): Promise<{ collection: string; documents: number; closing: string }[]> {
  const rows = [];
  for (const [collection, { closing }] of keptEntries)
    rows.push({ collection, documents: await store.count(collection, {}), closing });
  return rows;
}

/** Closes an environment now, with everything personal erased after some days; called again, it changes the day. */
export async function close(
  store: Pick<Store, 'find' | 'insert' | 'update'>,
  days: number,
  nowMs: number,
): Promise<ClosingDocument> {
  if (!Number.isInteger(days) || days < 1 || days > mostDays)
    throw new Error(`--in takes whole days, from 1 to ${mostDays}`);
  const before = await storedClosing(store);
  refuseAfterErasing(before, nowMs);
  const closing: ClosingDocument = {
    _id: 'closing',
    closedAtMs: before?.closedAtMs ?? nowMs,
    eraseAtMs: nowMs + days * dayMs,
    notifiedAfter: '',
    erasedAtMs: null,
  };
  await save(store, closing);
  return closing;
}

/** Opens an environment again, as long as nothing was erased. */
export async function reopen(store: Pick<Store, 'find' | 'insert' | 'update'>, nowMs: number): Promise<void> {
  refuseAfterErasing(await storedClosing(store), nowMs);
  const open = { closedAtMs: null, eraseAtMs: null, notifiedAfter: null, erasedAtMs: null };
  await save(store, { _id: 'closing', ...open });
}

function refuseAfterErasing(closing: ClosingDocument | null, nowMs: number): void {
  if (closing !== null && closing.eraseAtMs !== null && nowMs >= closing.eraseAtMs)
    throw new Error('the erasing has begun: nothing can be changed any more');
}

async function save(store: Pick<Store, 'insert' | 'update'>, closing: ClosingDocument): Promise<void> {
  const { _id, ...fields } = closing;
  if (!(await store.update('closings', _id, fields))) await store.insert('closings', closing);
}
