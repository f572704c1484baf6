import type { CatalogueItem } from '../../../../cloudfunctions/shared/contract/campaign';
import type { ChosenPlace } from '../../../model/chosen-place';
import type { Draft, DraftBoard } from '../../../model/draft';
import { itemsOf } from '../../../presenters/item/draft-items';
import { fitsPost } from '../../../presenters/place/region-place';
import { clearDraft, hasDraft, loadDraft, saveDraft } from '../../../services/draft-store';
import { chosenPlace, samePlace } from '../../../services/place-store';
import { listed, say, translated } from '../../../facts/words/say';

/**
 * The form as it was left, or an empty one at the chosen place. A form that begins with what was looked for keeps nothing else that was
 * begun before, unless the user prefers that.
 * @param codes catalogue codes that were looked for; null when the form is only opened
 */
export async function begunDraft(
  board: DraftBoard,
  codes: readonly string[] | null,
  catalogue: readonly CatalogueItem[],
): Promise<Draft> {
  const place = placeAtHand();
  const kept = await loadDraft(board, place);
  if (codes === null) return kept;
  const items = itemsOf(codes, catalogue);
  const begun = { ...kept, items: kept.items.length > 0 ? kept.items : items, place: kept.place ?? place };
  const isSame =
    items.every(({ code }) => begun.items.some((item) => item.code === code)) &&
    (place === null || samePlace(begun.place, place));
  const names = wordsFor(catalogue);
  if (hasDraft(board) && (isSame || !(await prefersNew(names(begun), names({ items, place }))))) return begun;
  clearDraft(board, kept.clientToken);
  const fresh = { ...(await loadDraft(board, place)), items };
  saveDraft(board, fresh);
  return fresh;
}

function placeAtHand(): ChosenPlace | null {
  const place = chosenPlace();
  return place !== null && fitsPost(place.place.adcode) ? place : null;
}

/** 布洛芬、体温计，岳麓区. */
const wordsFor =
  (catalogue: readonly CatalogueItem[]) =>
  ({ items, place }: Pick<Draft, 'items' | 'place'>): string => {
    const chosen = catalogue.filter(({ code }) => items.some((item) => item.code === code));
    const names = listed(chosen.map(({ name }) => translated(name)));
    return listed(
      [names, place?.name ?? ''].filter((part) => part !== ''),
      '，',
    );
  };

async function prefersNew(before: string, now: string): Promise<boolean> {
  const { confirm } = await wx.showModal({
    title: say('上次的还没填完'),
    content: say`上次填的是“${before}”。改填“${now}”的话，上次的会被换掉。`,
    confirmText: say('填新的'),
    cancelText: say('接着上次'),
  });
  return confirm;
}
