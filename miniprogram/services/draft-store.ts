import type { ChosenPlace } from '../model/chosen-place';
import type { Draft, DraftBoard } from '../model/draft';

const key = (board: DraftBoard): string => `draft.${board}`;

/** The form that was begun on this board, or an empty one at `place`. */
export function loadDraft(board: DraftBoard, place: ChosenPlace | null): Draft {
  const stored: Draft | '' = wx.getStorageSync(key(board));
  if (stored === '') return emptyDraft(place);
  return { ...stored, place: stored.place ?? place };
}

export function saveDraft(board: DraftBoard, draft: Draft): void {
  wx.setStorageSync(key(board), draft);
}

export function clearDraft(board: DraftBoard): void {
  wx.removeStorageSync(key(board));
}

function emptyDraft(place: ChosenPlace | null): Draft {
  return {
    clientToken: newClientToken(),
    items: [],
    place,
    beneficiary: 'self',
    groups: [],
    note: '',
    portions: 2,
    source: null,
  };
}

/** Unlike any other form's; it need not be unguessable, the server keeps each person's apart. */
function newClientToken(): string {
  const random = (): string => Math.random().toString(36).slice(2, 12).padEnd(10, '0');
  return `${Date.now().toString(36)}-${random()}${random()}`;
}
