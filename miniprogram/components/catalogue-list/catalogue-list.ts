import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { catalogueView } from '../../presenters/item/catalogue-sections';
import type { CatalogueSection } from '../../presenters/item/catalogue-sections';

/** The catalogue to pick from: by category, or by typing a name or a brand. Answers `pick` with a code. */
Component({
  properties: {
    /** Campaign; null while it loads. */
    campaign: { type: Object, value: null as unknown as Record<string, unknown> },
    picked: { type: Array, value: [] as string[] },
  },
  data: {
    typed: '',
    sections: [] as CatalogueSection[],
    refusal: '',
    absence: '',
  },
  observers: {
    'campaign, picked, typed'(campaign: Campaign | null, picked: string[], typed: string) {
      if (campaign === null) return;
      this.setData({ ...catalogueView(campaign, typed, picked) });
    },
  },
  methods: {
    typedChanged(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ typed: event.detail.value });
    },
    itemTapped(event: WechatMiniprogram.TouchEvent<object, object, { code: string }>) {
      this.triggerEvent('pick', { code: event.currentTarget.dataset.code });
    },
  },
});
