import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { wantedChips } from '../../presenters/item/wanted-chips';
import { objectOf } from '../properties';

/** Finds a medicine by any name. What most people look for is one tap away. Answers `pick` with the item's code. */
Component({
  properties: {
    campaign: objectOf<Campaign>(),
  },
  data: {
    chips: [] as { code: string; name: string }[],
    open: false,
  },
  observers: {
    campaign(campaign: Campaign | null) {
      this.setData({ chips: campaign === null ? [] : wantedChips(campaign) });
    },
  },
  methods: {
    opened() {
      this.setData({ open: true });
    },
    closed() {
      this.setData({ open: false });
    },
    found({ detail }: WechatMiniprogram.CustomEvent<{ code: string }>) {
      this.setData({ open: false });
      this.triggerEvent('pick', { code: detail.code });
    },
    chipTapped(event: WechatMiniprogram.TouchEvent<object, object, { code: string }>) {
      this.triggerEvent('pick', { code: event.currentTarget.dataset.code });
    },
  },
});
