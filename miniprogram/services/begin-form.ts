import type { ChosenPlace } from '../model/chosen-place';
import type { DraftBoard } from '../model/draft';
import { itemsOf } from '../presenters/item/draft-items';
import { fitsPost } from '../presenters/place/region-place';
import { loadCampaign } from './campaign';
import { hasDraft, loadDraft, saveDraft } from './draft-store';
import { openForm } from './open-form';

/** What a form begins with: catalogue codes, and the place. */
interface Beginning {
  items: readonly string[];
  place: ChosenPlace;
}

/** Opens a form with what was looked for filled in; a form that was begun before stays as it is. */
export async function beginForm(board: DraftBoard, { items, place }: Beginning): Promise<void> {
  if (!hasDraft(board)) {
    const { catalogue } = await loadCampaign();
    const draft = await loadDraft(board, fitsPost(place.place.adcode) ? place : null);
    saveDraft(board, { ...draft, items: itemsOf(items, catalogue) });
  }
  openForm(board);
}
