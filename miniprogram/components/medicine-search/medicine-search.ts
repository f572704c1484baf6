import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { wantedChips } from '../../presenters/item/wanted-chips';
import { findMedicine } from '../../services/find-medicine';
import { objectOf } from '../properties';
import { speaksChinese } from '../../facts/words/say';
import { inLanguage } from '../in-language';

/** As many as a narrow screen has room for: English words are longer. */
const chipsInLine = (): number => (speaksChinese() ? 2 : 1);

/** Finds a medicine by any name. What most people look for is one tap away. Answers `pick` with the item's code. */
Component({
  behaviors: [inLanguage],
  properties: {
    campaign: objectOf<Campaign>(),
    /** Whose posts are looked for: `spare` or `need`. */
    board: { type: String, value: 'spare' },
    /** One line, for the top of a list: the search and what is wanted most. */
    flat: { type: Boolean, value: false },
  },
  data: {
    chips: [] as { code: string; name: string }[],
  },
  observers: {
    'campaign, flat'(campaign: Campaign | null, flat: boolean) {
      const chips = campaign === null ? [] : wantedChips(campaign);
      this.setData({ chips: flat ? chips.slice(0, chipsInLine()) : chips });
    },
  },
  methods: {
    searchTapped() {
      findMedicine([], (code) => this.triggerEvent('pick', { code }));
    },
    chipTapped(event: WechatMiniprogram.TouchEvent<object, object, { code: string }>) {
      this.triggerEvent('pick', { code: event.currentTarget.dataset.code });
    },
  },
});
