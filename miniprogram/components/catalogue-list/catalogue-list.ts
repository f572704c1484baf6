import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { catalogueSections, refusalReason } from '../../presenters/item/catalogue-sections';
import type { CatalogueSection } from '../../presenters/item/catalogue-sections';
import { listOf, objectOf } from '../properties';

/** The catalogue to pick from: by category, or by typing a name or a brand. Answers `pick` with a code. */
Component({
  properties: {
    /** Null while it loads. */
    campaign: objectOf<Campaign>(),
    picked: listOf<string>(),
  },
  data: {
    typed: '',
    sections: [] as CatalogueSection[],
    refusal: '',
    nothing: false,
  },
  observers: {
    'campaign, picked, typed'(campaign: Campaign | null, picked: string[], typed: string) {
      if (campaign === null) return;
      const sections = catalogueSections(campaign, typed, picked);
      const refusal = refusalReason(campaign, typed) ?? '';
      this.setData({ sections, refusal, nothing: sections.length === 0 && refusal === '' });
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
