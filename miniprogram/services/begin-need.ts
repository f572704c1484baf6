import { toggleItem } from '../presenters/item/draft-items';
import { loadCampaign } from './campaign';
import { hasDraft, loadDraft, saveDraft } from './draft-store';
import type { NearbyQuery } from './nearby-posts';
import { openForm } from './open-form';
import { chosenPlace } from './place-store';

/** Opens the form of a need with what was looked for filled in; a form that was begun before stays as it is. */
export async function beginNeed({ items, place }: NearbyQuery, regionName: string): Promise<void> {
  if (!hasDraft('need')) {
    const { catalogue } = await loadCampaign();
    const listed = catalogue.filter(({ code }) => items.includes(code));
    const there = chosenPlace() ?? {
      kind: 'region' as const,
      name: regionName,
      regionLabel: regionName,
      place,
    };
    const draft = await loadDraft('need', there);
    const asked = listed.reduce<typeof draft.items>((chosen, item) => toggleItem(chosen, item), []);
    saveDraft('need', { ...draft, items: asked });
  }
  openForm('need');
}
