import type { Contact } from '../../../cloudfunctions/shared/contract/contact-calls';
import type { Outcome } from '../../../cloudfunctions/shared/contract/outcome';
import type { Quota } from '../../../cloudfunctions/shared/contract/quota';
import type { ContactAnswer } from '../../model/contacts';
import { contactText, finishQuestion } from '../../presenters/contact/contact-text';
import type { ContactText } from '../../presenters/contact/contact-text';
import { asksOutcome } from '../../presenters/contact/outcome-time';
import { toCallError } from '../../services/call-error';
import { isWithoutAnswer } from '../../services/kept-answers';
import { queueOutcome, waitingOutcome } from '../../services/outbox';
import { finishContact, reportOutcome, requestContact } from '../../services/contacts';
import { objectOf } from '../properties';
import { isUsed, noteUsed } from '../../services/used-numbers';
import { say } from '../../facts/words/say';
import { inLanguage } from '../in-language';
import { sayFailure } from '../../services/open-help';

/** What can be done with one contact: call, report the outcome, finish. Answers `changed` with a ContactAnswer. */
Component({
  behaviors: [inLanguage],
  properties: {
    contact: objectOf<Contact>(),
    /** The quota before the next tap here: an outcome may give a contact back. */
    quota: objectOf<Quota>(),
    /** The server's time when it answered with `contact`. */
    nowMs: { type: Number, value: 0 },
  },
  data: {
    text: null as ContactText | null,
    /** The outcome is asked now. */
    asks: true,
    running: '' as '' | 'finish' | 'retry' | 'report',
  },
  observers: {
    'contact, nowMs'(contact: Contact | null, nowMs: number) {
      if (contact === null) return;
      const waiting = waitingOutcome(contact.id);
      const asks = waiting !== undefined || asksOutcome(contact, nowMs, isUsed(contact.id));
      this.setData({ text: contactText(contact, nowMs, waiting), asks });
    },
  },
  methods: {
    /** The viewer called, writes, or wants to say the outcome without having done so here. */
    numberUsed() {
      const { contact } = this.data;
      if (contact === null) return;
      noteUsed(contact.id);
      this.setData({ asks: true });
    },
    async outcomeChosen(event: WechatMiniprogram.CustomEvent<{ chosen: Outcome[] }>) {
      const { contact, quota } = this.data;
      const [chosen] = event.detail.chosen;
      if (contact === null || quota === null || chosen === undefined) return;
      const answer = await this.run('report', async () => {
        try {
          return await reportOutcome(contact.id, chosen);
        } catch (thrown) {
          if (!isWithoutAnswer(thrown)) throw thrown;
          this.keepOutcome(contact, chosen);
          return null;
        }
      });
      if (answer === null) return;
      const title = answer.quota.left > quota.left ? say('已记下，还您一次联系机会') : say('已记下，谢谢您');
      void wx.showToast({ title, icon: 'none' });
    },
    keepOutcome(contact: Contact, chosen: Outcome) {
      queueOutcome(contact.id, chosen);
      this.setData({ text: contactText(contact, this.data.nowMs, chosen) });
      void wx.showToast({ title: say('先记在手机上，有网络就发出'), icon: 'none' });
    },
    talkTapped() {
      const { contact } = this.data;
      if (contact === null) return;
      this.numberUsed();
      void wx.navigateTo({ url: `/packages/trust/pages/talk/talk?id=${contact.id}` });
    },
    async finishTapped() {
      const { contact } = this.data;
      if (contact === null) return;
      const { confirm } = await wx.showModal(finishQuestion(contact));
      if (confirm) await this.run('finish', () => finishContact(contact.id));
    },
    async retryTapped() {
      const { contact } = this.data;
      if (contact === null) return;
      const answer = await this.run('retry', () => requestContact(contact.postId));
      if (answer?.contact.state === 'call-back')
        void wx.showToast({ title: say('现在还是不能直接打，过一会儿再试'), icon: 'none' });
    },
    /** Null when the call failed, or waits; the user has then read why. */
    async run(
      what: 'finish' | 'retry' | 'report',
      work: () => Promise<ContactAnswer | null>,
    ): Promise<ContactAnswer | null> {
      if (this.data.running !== '') return null;
      this.setData({ running: what });
      try {
        const answer = await work();
        if (answer !== null) this.triggerEvent('changed', answer);
        return answer;
      } catch (thrown) {
        void sayFailure(toCallError(thrown));
        return null;
      } finally {
        this.setData({ running: '' });
      }
    },
  },
});
