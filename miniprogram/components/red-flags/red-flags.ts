import type { CareRow } from '../../presenters/place/care-rows';
import { callAmbulance } from '../../services/emergency-call';
import { openCare } from '../../services/open-care';
import { guidePage, openGuide } from '../../services/open-guide';
import { listOf } from '../properties';
import { translated } from '../../facts/words/say';
import { inLanguage } from '../in-language';

/**
 * The signs at which to call for help instead of looking for neighbours. `open` shows all at once; otherwise a tap unfolds
 * them.
 */
Component({
  behaviors: [inLanguage],
  properties: {
    signs: listOf<string>(),
    /** Other numbers to call; always shown. */
    care: listOf<CareRow>(),
    open: { type: Boolean, value: false },
    /** True on a page of the guide, which needs no link to the guide. */
    inGuide: { type: Boolean, value: false },
  },
  data: { said: [] as string[], hasGuide: guidePage !== undefined },
  observers: {
    signs(signs: string[]) {
      this.setData({ said: signs.map(translated) });
    },
  },
  methods: {
    ambulanceTapped() {
      callAmbulance();
    },
    guideTapped() {
      openGuide();
    },
    careTapped(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
      const row = this.data.care[event.currentTarget.dataset.index];
      if (row !== undefined) openCare(row.name, row.way);
    },
    headTapped() {
      this.setData({ open: !this.data.open });
    },
  },
});
