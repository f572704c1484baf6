import { loadedPage } from '../../../../behaviors/loaded-page';
import { inLanguage } from '../../../../components/in-language';
import { campaignAtHand } from '../../../../services/campaign';
import { toCallError } from '../../../../services/call-error';
import { call } from '../../../../services/cloud';
import { sayFailure } from '../../../../services/open-help';
import { achievedView, nation } from '../../presenters/achieved-view';
import type { AchievedView } from '../../presenters/achieved-view';

const read = async (region: string) =>
  achievedView(await call('search', 'achieved', { region }), campaignAtHand().catalogue);

const achievedPage = loadedPage({
  initial: {
    name: '',
    period: '',
    isNation: true,
    figures: [] as AchievedView['figures'],
    regions: [] as AchievedView['regions'],
    items: [] as AchievedView['items'],
  },
  asks: 'open',
  ask: () => read(nation),
});

/** What everybody achieved together: by region, how long it took, and what is scarce. Open to all. */
Component({
  behaviors: [inLanguage, achievedPage],
  methods: {
    async regionTapped({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { code: string }>) {
      await this.see(currentTarget.dataset.code);
    },
    async nationTapped() {
      await this.see(nation);
    },
    /** Without a network the shown region stays. */
    async see(region: string) {
      try {
        this.setData(await read(region));
        void wx.pageScrollTo({ scrollTop: 0, duration: 0, fail: () => undefined });
      } catch (thrown) {
        void sayFailure(toCallError(thrown));
      }
    },
  },
});
