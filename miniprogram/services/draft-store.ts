import type { Group } from '../../cloudfunctions/shared/contract/board';
import type { Beneficiary, SpareItem } from '../../cloudfunctions/shared/contract/post';
import type { ChosenPlace } from './place-store';

/** A form as it is being filled in. It survives leaving the page. */
export interface Draft {
  /**
   * Made once for one form and kept until the post is up: a publish that is sent again, after a lost answer or a
   * second tap, makes one post.
   */
  clientToken: string;
  items: SpareItem[];
  place: ChosenPlace | null;
  beneficiary: Beneficiary;
  groups: Group[];
  note: string;
  /** Only on a spare. */
  portions: number;
  /** Only on a spare: a code of the campaign's sources. */
  source: string | null;
}

export type DraftBoard = 'need' | 'spare';

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
