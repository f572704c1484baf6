import type { ChosenPlace } from '../model/chosen-place';
import type { Draft, DraftBoard } from '../model/draft';
import { emptyBody } from '../presenters/publish/form-fields';
import { newName } from './new-name';

const key = (board: DraftBoard): string => `draft.${board}`;

/** The unfinished form of this board, or an empty one at `place`. */
export async function loadDraft(board: DraftBoard, place: ChosenPlace | null): Promise<Draft> {
  const empty = { clientToken: await newName(), place, ...emptyBody };
  const stored: Partial<Draft> | '' = wx.getStorageSync(key(board));
  if (stored === '') return empty;
  // An earlier version may have stored the form, without today's new fields and with former ones.
  const kept = Object.entries(stored).filter(([name, value]) => name in empty && value !== null);
  return { ...empty, ...Object.fromEntries(kept) };
}

export function saveDraft(board: DraftBoard, draft: Draft): void {
  wx.setStorageSync(key(board), draft);
}

/** Forgets this form; another one that was begun meanwhile stays. */
export function clearDraft(board: DraftBoard, clientToken: string): void {
  const stored: Partial<Draft> | '' = wx.getStorageSync(key(board));
  if (stored !== '' && stored.clientToken === clientToken) wx.removeStorageSync(key(board));
}

/** Whether a form with any content is stored. */
export function hasDraft(board: DraftBoard): boolean {
  const stored: Partial<Draft> | '' = wx.getStorageSync(key(board));
  return stored !== '' && ((stored.items ?? []).length > 0 || (stored.note ?? '') !== '');
}
