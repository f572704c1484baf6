import type { LinkTarget } from '../../../cloudfunctions/shared/contract/share-calls';
import { toCallError } from '../../services/call-error';
import { loadCampaign, makesLinks } from '../../services/campaign';
import { call } from '../../services/cloud';
import { say } from '../../facts/words/say';
import { inLanguage } from '../in-language';
import { objectOf } from '../properties';

/** Copies a sentence with a link that opens its target from an SMS or from Weibo; not shown where no links are made. */
Component({
  behaviors: [inLanguage],
  properties: {
    target: objectOf<LinkTarget>(),
    /** What the reader sees before the link. */
    text: { type: String, value: '' },
  },
  data: { isShown: false, isBusy: false, message: '', url: '' },
  lifetimes: {
    attached() {
      const show = (): void => this.setData({ isShown: makesLinks() });
      show();
      void loadCampaign().then(show, show);
    },
  },
  methods: {
    async tapped() {
      const { target, text, isBusy } = this.data;
      if (target === null || isBusy) return;
      this.setData({ isBusy: true, message: '', url: '' });
      try {
        const { url } = await call('share', 'link', { target });
        const isCopied = await wx.setClipboardData({ data: `${text} ${url}` }).then(
          () => true,
          () => false,
        );
        this.setData({
          url,
          message: isCopied
            ? say('复制好了，粘贴到短信或微博里就能发。')
            : say('没有复制成，请长按下面的链接来复制。'),
        });
      } catch (thrown) {
        const { message } = toCallError(thrown);
        this.setData({ message });
      } finally {
        this.setData({ isBusy: false });
      }
    },
  },
});
