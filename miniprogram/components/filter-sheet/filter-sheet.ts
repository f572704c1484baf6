import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { emptyFilter } from '../../model/board-filter';
import type { BoardFilter } from '../../model/board-filter';
import { toggled } from '../../presenters/toggled';

/** Which posts of a board are wanted. Edits a copy; answers `apply` with it, or `close`. */
Component({
  properties: {
    visible: { type: Boolean, value: false },
    /** Campaign; null while it loads. */
    campaign: { type: Object, value: null as unknown as Record<string, unknown> },
    filter: { type: Object, value: emptyFilter as unknown as Record<string, unknown> },
    /** Regions to stay within: code and name. */
    scopes: { type: Array, value: [] as { code: string; name: string }[] },
  },
  data: {
    draft: emptyFilter,
    groups: [] as { code: string; name: string }[],
  },
  observers: {
    visible(visible: boolean) {
      if (visible) this.setData({ draft: this.data.filter as unknown as BoardFilter });
    },
    campaign(campaign: Campaign | null) {
      this.setData({ groups: (campaign?.groups ?? []).map(({ code, name }) => ({ code, name })) });
    },
  },
  methods: {
    itemPicked(event: WechatMiniprogram.CustomEvent<{ code: string }>) {
      this.setData({ 'draft.items': toggled(this.data.draft.items, event.detail.code) });
    },
    groupsChanged(event: WechatMiniprogram.CustomEvent<{ chosen: BoardFilter['groups'] }>) {
      this.setData({ 'draft.groups': event.detail.chosen });
    },
    scopeChanged(event: WechatMiniprogram.CustomEvent<{ chosen: string[] }>) {
      this.setData({ 'draft.within': event.detail.chosen[0] ?? '' });
    },
    cleared() {
      this.setData({ draft: emptyFilter });
    },
    done() {
      this.triggerEvent('apply', { filter: this.data.draft });
    },
    closed() {
      this.triggerEvent('close');
    },
  },
});
