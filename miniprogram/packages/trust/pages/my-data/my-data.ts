import type { Self } from '../../../../../cloudfunctions/shared/contract/identity-calls';
import { loadedPage } from '../../../../behaviors/loaded-page';
import { toCallError } from '../../../../services/call-error';
import { call } from '../../../../services/cloud';
import { loadCampaign } from '../../../../services/campaign';
import { loadSelf } from '../../../../services/self';
import { say } from '../../../../facts/words/say';
import { sayFailure } from '../../../../services/open-help';
import { copiedText } from '../../presenters/copied-text';

const myDataPage = loadedPage({
  initial: { self: null as Self | null },
  asks: 'open',
  ask: async () => ({ state: 'ready', self: await loadSelf() }),
});

Component({
  behaviors: [myDataPage],
  data: {
    erased: false,
    allowed: false,
    allowing: false,
    busy: false,
    copying: false,
    copied: false,
  },
  methods: {
    async allowTapped() {
      this.setData({ allowing: true });
      try {
        await call('identity', 'allowAccount', {});
        this.setData({ allowed: true });
      } catch (thrown) {
        void sayFailure(toCallError(thrown));
      } finally {
        this.setData({ allowing: false });
      }
    },
    async copyTapped() {
      this.setData({ copying: true });
      try {
        const [copy, campaign] = await Promise.all([call('identity', 'copyMyData', {}), loadCampaign()]);
        await wx.setClipboardData({ data: copiedText(copy, campaign) });
        this.setData({ copied: true });
      } catch (thrown) {
        void sayFailure(toCallError(thrown), say('没有复制成功'));
      } finally {
        this.setData({ copying: false });
      }
    },
    async eraseTapped() {
      const { confirm } = await wx.showModal({
        title: say('删除我的全部数据？'),
        content: say('发布的信息、联系记录、手机号和实名结果马上删除，不能恢复。正在用的隐私号码马上失效。'),
        confirmText: say('全部删除'),
        confirmColor: '#b3180e',
        cancelText: say('不删了'),
      });
      if (confirm) await this.erase();
    },
    async erase() {
      this.setData({ busy: true });
      try {
        const self = await call('identity', 'eraseMyData', { confirm: true });
        // Drafts and places on this phone are the user's data, too.
        wx.clearStorageSync();
        this.setData({ self, erased: true });
      } catch (thrown) {
        void sayFailure(toCallError(thrown), say('没有删除成功'));
      } finally {
        this.setData({ busy: false });
      }
    },
    homeTapped() {
      void wx.switchTab({ url: '/pages/home/home' });
    },
  },
});
