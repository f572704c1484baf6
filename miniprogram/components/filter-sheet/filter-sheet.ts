import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { emptyFilter } from '../../model/board-filter';
import type { BoardFilter } from '../../model/board-filter';
import { wantedChips } from '../../presenters/item/wanted-chips';
import { toggled } from '../../presenters/toggled';
import { findMedicine } from '../../services/find-medicine';
import { listOf, objectOf } from '../properties';
import { inLanguage } from '../in-language';

/** The framework writes paths such as `draft.within` into the very object that it was given. */
const copyOf = (filter: BoardFilter): BoardFilter => ({ ...filter });

/** Chooses which posts of a board to show. Edits a copy of the filter; answers `apply` with it, or `close`. */
Component({
  behaviors: [inLanguage],
  properties: {
    visible: { type: Boolean, value: false },
    /** Null while the catalogue loads. */
    campaign: objectOf<Campaign>(),
    filter: objectOf<BoardFilter>(),
    /** Regions to choose from. */
    scopes: listOf<{ code: string; name: string }>(),
  },
  data: {
    draft: copyOf(emptyFilter),
    /** What most people look for, and what else is chosen. */
    items: [] as { code: string; name: string }[],
    groups: [] as { code: string; name: string }[],
  },
  observers: {
    visible(visible: boolean) {
      if (visible) this.setData({ draft: copyOf(this.data.filter ?? emptyFilter) });
    },
    'campaign, draft.items'(campaign: Campaign | null, chosen: string[]) {
      this.setData({ items: campaign === null ? [] : wantedChips(campaign, chosen) });
    },
    campaign(campaign: Campaign | null) {
      this.setData({ groups: (campaign?.groups ?? []).map(({ code, name }) => ({ code, name })) });
    },
  },
  methods: {
    itemsChanged(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({ 'draft.items': event.detail.chosen });
    },
    findTapped() {
      findMedicine(this.data.draft.items, (code) =>
        this.setData({ 'draft.items': toggled(this.data.draft.items, code) }),
      );
    },
    groupsChanged(event: WechatMiniprogram.CustomEvent<{ chosen: BoardFilter['groups'] }>) {
      this.setData({ 'draft.groups': event.detail.chosen });
    },
    scopeChanged(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({ 'draft.within': event.detail.chosen[0] ?? '' });
    },
    cleared() {
      this.setData({ draft: copyOf(emptyFilter) });
    },
    done() {
      this.triggerEvent('apply', { filter: this.data.draft });
    },
    closed() {
      this.triggerEvent('close');
    },
  },
});
