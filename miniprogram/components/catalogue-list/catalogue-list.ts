import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { catalogueView } from '../../presenters/item/catalogue-sections';
import type { CatalogueSection } from '../../presenters/item/catalogue-sections';
import { say } from '../../facts/words/say';
import { toCallError } from '../../services/call-error';
import { call } from '../../services/cloud';
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
    /** What became of telling the operators that it is missing; empty before. */
    missed: '',
    missing: false,
  },
  observers: {
    'campaign, picked, typed'(campaign: Campaign | null, picked: string[], typed: string) {
      if (campaign === null) return;
      this.setData({ ...catalogueView(campaign, typed, picked), missed: '' });
    },
  },
  methods: {
    typedChanged(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ typed: event.detail.value });
    },
    async missTapped() {
      const { typed, missing } = this.data;
      if (missing) return;
      this.setData({ missing: true });
      try {
        const { isCounted } = await call('moderation', 'missName', { name: typed.slice(0, 60) });
        this.setData({
          missed: isCounted ? say('记下了，谢谢。很多人缺的会加进清单。') : say('{notAName}'),
        });
      } catch (thrown) {
        this.setData({ missed: toCallError(thrown).message });
      } finally {
        this.setData({ missing: false });
      }
    },
    itemTapped(event: WechatMiniprogram.TouchEvent<object, object, { code: string }>) {
      this.triggerEvent('pick', { code: event.currentTarget.dataset.code });
    },
  },
});
