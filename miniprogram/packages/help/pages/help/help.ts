import { inLanguage } from '../../../../components/in-language';
import { say } from '../../../../facts/words/say';
import { toCallError } from '../../../../services/call-error';
import { callAmbulance } from '../../../../services/emergency-call';
import { call } from '../../../../services/cloud';
import { fontScale } from '../../../../services/font-scale';
import { keepAnswer, keptAnswer, serverClock } from '../../../../services/kept-answers';
import { feedbackKinds, questionsFor, sentRows } from '../../presenters/help-view';
import type { FeedbackKind, OwnFeedback, SentRow } from '../../presenters/help-view';

const key = 'own-feedback';
const draftKey = 'feedback-draft';

/** 帮助与反馈: answers that need no network, a message to the operators, and their answers. */
Component({
  behaviors: [inLanguage],
  data: {
    scale: fontScale(),
    error: '',
    questions: questionsFor(''),
    /** The id of the open question; empty when all are closed. */
    open: '',
    kinds: feedbackKinds(),
    kind: 'broken' as FeedbackKind,
    text: '',
    wrong: '',
    busy: false,
    done: '',
    sent: [] as SentRow[],
  },
  pageLifetimes: {
    show() {
      this.setData({ scale: fontScale() });
      void this.loadSent();
    },
  },
  methods: {
    onLoad({ error = '', own = '' }: { error?: string; own?: string }) {
      const questions = questionsFor(error);
      const draft: string = wx.getStorageSync(draftKey);
      const kept = keptAnswer<OwnFeedback>(key);
      this.setData({
        error,
        questions,
        kinds: feedbackKinds(),
        open: error === '' ? '' : (questions[0]?.id ?? ''),
        kind: error === '' ? 'how' : 'broken',
        text: draft,
        ...(kept && { sent: sentRows({ ...kept.answer, nowMs: serverClock(kept) }) }),
      });
      if (own === '1') void wx.pageScrollTo({ selector: '#sent', duration: 0, fail: () => undefined });
    },
    /** What was sent before stays as it is when it cannot be asked for. */
    async loadSent() {
      const own = await call('moderation', 'myFeedback', {}).catch(() => null);
      if (own !== null) this.show(own);
    },
    show(own: OwnFeedback) {
      this.setData({ sent: sentRows(keepAnswer(key, own)) });
    },
    questionTapped(event: WechatMiniprogram.TouchEvent<object, object, { id: string }>) {
      const { id } = event.currentTarget.dataset;
      this.setData({ open: this.data.open === id ? '' : id });
    },
    leadTapped(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url });
    },
    writeTapped() {
      void wx.pageScrollTo({ selector: '#write', fail: () => undefined });
    },
    ambulanceTapped() {
      callAmbulance();
    },
    kindChanged({ detail }: WechatMiniprogram.CustomEvent<{ chosen: FeedbackKind[] }>) {
      const [kind] = detail.chosen;
      if (kind !== undefined) this.setData({ kind });
    },
    typed({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ text: detail.value, wrong: '', done: '' });
      wx.setStorageSync(draftKey, detail.value);
    },
    async sendTapped() {
      const { kind, text, error, busy } = this.data;
      if (busy) return;
      if (text.trim().length < 2) return this.setData({ wrong: say('请先写一句话。') });
      this.setData({ busy: true });
      try {
        const about = error === '' ? null : error;
        this.show(await call('moderation', 'sendFeedback', { kind, text, error: about }));
        wx.removeStorageSync(draftKey);
        this.setData({ text: '', done: say('收到了。有了答复，会出现在“消息”里。') });
      } catch (thrown) {
        const failure = toCallError(thrown);
        const kept = failure.retry ? say('写的还在，有网络再点一次。') : '';
        this.setData({ wrong: `${failure.message}${kept}` });
      } finally {
        this.setData({ busy: false });
      }
    },
  },
});
