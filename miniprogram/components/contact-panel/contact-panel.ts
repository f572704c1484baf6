import type { Contact } from '../../../cloudfunctions/shared/contract/contact-calls';
import type { Outcome } from '../../../cloudfunctions/shared/contract/outcome';
import type { Quota } from '../../../cloudfunctions/shared/contract/quota';
import type { ContactAnswer } from '../../model/contacts';
import { contactText } from '../../presenters/contact/contact-text';
import type { ContactText } from '../../presenters/contact/contact-text';
import { toCallError } from '../../services/call-error';
import { finishContact, reportOutcome, requestContact } from '../../services/contacts';

/** What can be done with one contact: call, tell what came of it, be done. Answers `changed` with a ContactAnswer. */
Component({
  properties: {
    /** Contact. */
    contact: { type: Object, value: {} },
    /** Quota before whatever is tapped here. */
    quota: { type: Object, value: {} },
    /** The server's clock when `contact` came. */
    nowMs: { type: Number, value: 0 },
  },
  data: {
    text: null as ContactText | null,
    running: '' as '' | 'finish' | 'retry' | 'report',
  },
  observers: {
    'contact, nowMs'(contact: Contact, nowMs: number) {
      if ('id' in contact) this.setData({ text: contactText(contact, nowMs) });
    },
  },
  methods: {
    async outcomeChosen(event: WechatMiniprogram.CustomEvent<{ chosen: Outcome[] }>) {
      const { id } = this.data.contact as Contact;
      const [chosen] = event.detail.chosen;
      if (chosen === undefined) return;
      const before = (this.data.quota as Quota).left;
      const answer = await this.run('report', () => reportOutcome(id, chosen));
      if (answer === null) return;
      const title = answer.quota.left > before ? '已记下，还您一次联系机会' : '已记下，谢谢您';
      void wx.showToast({ title, icon: 'none' });
    },
    async finishTapped() {
      const { id, state } = this.data.contact as Contact;
      const { confirm } = await wx.showModal(
        state === 'open'
          ? {
              title: '联系好了？',
              content: '号码会马上失效，不能再拨。',
              confirmText: '结束',
              cancelText: '再等等',
            }
          : {
              title: '不用回电了？',
              content: '对方不会再看到您的请求。',
              confirmText: '取消请求',
              cancelText: '再等等',
            },
      );
      if (confirm) await this.run('finish', () => finishContact(id));
    },
    async retryTapped() {
      const { postId } = this.data.contact as Contact;
      await this.run('retry', () => requestContact(postId));
    },
    /** null when it failed, which the user has then been told. */
    async run(
      what: 'finish' | 'retry' | 'report',
      work: () => Promise<ContactAnswer>,
    ): Promise<ContactAnswer | null> {
      if (this.data.running !== '') return null;
      this.setData({ running: what });
      try {
        const answer = await work();
        this.triggerEvent('changed', answer);
        return answer;
      } catch (thrown) {
        void wx.showModal({ title: '没有成功', content: toCallError(thrown).message, showCancel: false });
        return null;
      } finally {
        this.setData({ running: '' });
      }
    },
  },
});
