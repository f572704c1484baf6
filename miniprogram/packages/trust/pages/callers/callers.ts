import { loadedPage } from '../../../../behaviors/loaded-page';
import { maskedText } from '../../../../presenters/contact/masked-text';
import { toCallError } from '../../../../services/call-error';
import { campaignAtHand, loadCampaign } from '../../../../services/campaign';
import { answerCallBack, endViewer, loadCallers } from '../../../../services/contacts';
import { callerRow, endQuestion } from '../../presenters/caller-rows';
import type { CallerRow } from '../../presenters/caller-rows';
import { say } from '../../../../facts/words/say';
import { sayFailure } from '../../../../services/open-help';

const callersPage = loadedPage({
  initial: { rows: [] as CallerRow[], nowMs: 0 },
  asks: 'show',
  async ask() {
    const [{ callers, nowMs }, campaign] = await Promise.all([loadCallers(), loadCampaign()]);
    return {
      state: callers.length === 0 ? 'empty' : 'ready',
      message: say('还没有人联系您。有人要了您的号码、等您回电或给您发消息时，会出现在这里。'),
      rows: callers.map((caller) => callerRow(caller, campaign, nowMs)),
      nowMs,
    };
  },
});

Component({
  behaviors: [callersPage],
  data: {
    /** Id of the request that is being answered. */
    answering: '',
    /** Id of the contact that is being ended. */
    ending: '',
  },
  methods: {
    /** One tap gets a number that reaches the viewer, and the phone offers to dial it. */
    async answerTapped(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      if (this.data.answering !== '') return;
      this.setData({ answering: id });
      try {
        const { caller, nowMs } = await answerCallBack(id);
        const index = this.data.rows.findIndex((row) => row.id === id);
        this.setData({ [`rows[${index}]`]: callerRow(caller, campaignAtHand(), nowMs), nowMs });
        const { masked } = caller;
        if (masked === null) return;
        // A user that cancels the call is no failure: the number stays on the screen.
        wx.makePhoneCall({ phoneNumber: maskedText(masked, nowMs).dialled, fail: () => undefined });
      } catch (thrown) {
        void sayFailure(toCallError(thrown));
      } finally {
        this.setData({ answering: '' });
      }
    },
    talkTapped(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `/packages/trust/pages/talk/talk?id=${event.currentTarget.dataset.id}` });
    },
    async endTapped(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      const row = this.data.rows.find((each) => each.id === id);
      if (row === undefined || this.data.ending !== '') return;
      const { confirm } = await wx.showModal(endQuestion(row));
      if (!confirm) return;
      this.setData({ ending: id });
      try {
        const { caller, nowMs } = await endViewer(id);
        const index = this.data.rows.findIndex((each) => each.id === id);
        this.setData({ [`rows[${index}]`]: callerRow(caller, campaignAtHand(), nowMs), nowMs });
      } catch (thrown) {
        void sayFailure(toCallError(thrown));
      } finally {
        this.setData({ ending: '' });
      }
    },
  },
});
