import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { catalogueView } from '../../presenters/item/catalogue-sections';
import type { CatalogueSection } from '../../presenters/item/catalogue-sections';
import { listOf, objectOf } from '../properties';
import { inLanguage } from '../in-language';

/** The catalogue: by category, or by typing a name, a brand or a symptom. Answers `pick` with a code. */
Component({
  behaviors: [inLanguage],
  properties: {
    /** Null while the catalogue loads. */
    campaign: objectOf<Campaign>(),
    picked: listOf<string>(),
    /** The first search words. */
    typed: { type: String, value: '' },
    /** A tap opens an item instead of picking it. */
    opens: { type: Boolean, value: false },
  },
  data: {
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
