import { loadedPage } from '../../../../behaviors/loaded-page';
import { maskedText } from '../../../../presenters/contact/masked-text';
import { toCallError } from '../../../../services/call-error';
import { answerCallBack, loadCallBacks } from '../../../../services/contacts';
import { callBackRow } from '../../presenters/call-back-rows';
import type { CallBackRow } from '../../presenters/call-back-rows';

const callBacksPage = loadedPage({
  initial: { rows: [] as CallBackRow[], nowMs: 0 },
  asks: 'show',
  async ask() {
    const { callBacks, nowMs } = await loadCallBacks();
    return {
      state: callBacks.length === 0 ? 'empty' : 'ready',
      message: '现在没有人等您回电。有人想联系您又没接通号码时，会出现在这里。',
      rows: callBacks.map((callBack) => callBackRow(callBack, nowMs)),
      nowMs,
    };
  },
});

Component({
  behaviors: [callBacksPage],
  data: {
    /** Id of the request that is being answered. */
    answering: '',
  },
  methods: {
    /** One tap gets a number that reaches the viewer, and the phone offers to dial it. */
    async answerTapped(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      if (this.data.answering !== '') return;
      this.setData({ answering: id });
      try {
        const { callBack, nowMs } = await answerCallBack(id);
        const index = this.data.rows.findIndex((row) => row.id === id);
        this.setData({ [`rows[${index}]`]: callBackRow(callBack, nowMs), nowMs });
        const { masked } = callBack;
        if (masked === null) return;
        // A user that cancels the call is no failure: the number stays on the screen.
        wx.makePhoneCall({ phoneNumber: maskedText(masked, nowMs).dialled, fail: () => undefined });
      } catch (thrown) {
        void wx.showModal({ title: '没有成功', content: toCallError(thrown).message, showCancel: false });
      } finally {
        this.setData({ answering: '' });
      }
    },
  },
});
