import type { Saying } from '../../../../../cloudfunctions/shared/contract/talk';
import type { TemplateName } from '../../../../facts/news/message-templates';
import type { Talk } from '../../../../model/contacts';
import { toCallError } from '../../../../services/call-error';
import { campaignAtHand, loadCampaign } from '../../../../services/campaign';
import { confirmHandOver, loadTalk, reportOutcome, sendSaying } from '../../../../services/contacts';
import type { WarningLine } from '../../../../presenters/item/item-warnings';
import { fontScale } from '../../../../services/font-scale';
import { callerWarnings } from '../../presenters/caller-warnings';
import { answeredText, handOverQuestion, isViewerAnswer } from '../../presenters/hand-over-question';
import type { Answer, HandOverQuestion } from '../../presenters/hand-over-question';
import { talkText } from '../../presenters/talk-text';
import type { TalkText } from '../../presenters/talk-text';
import { say } from '../../../../facts/words/say';
import { speakOn } from '../../../../services/language';
import { sayFailure } from '../../../../services/open-help';

/** An open page asks again, because the other side may answer any moment. */
const refreshMs = 20_000;

/** One contact for either side: the other person, the number, and what both say by tapping. */
Page({
  data: {
    scale: fontScale(),
    id: '',
    state: 'loading' as 'loading' | 'ready' | 'error',
    message: '',
    retry: true,
    talk: null as Talk | null,
    text: null as TalkText | null,
    question: null as HandOverQuestion | null,
    /** What the giver should know of these medicines for those whom the taker named. */
    warnings: [] as WarningLine[],
    planning: false,
    replyWishes: ['result'] as TemplateName[],
    /** Code of the sentence that is being sent, `plan`, or the answer. */
    sending: '',
    timer: 0,
  },
  onLoad({ id = '' }: { id?: string }) {
    speakOn(this);
    this.setData({ id, scale: fontScale() });
  },
  onShow() {
    void this.load();
    this.setData({ timer: Number(setInterval(() => void this.refresh(), refreshMs)) });
  },
  onHide() {
    clearInterval(this.data.timer);
  },
  onUnload() {
    clearInterval(this.data.timer);
  },
  async load() {
    try {
      const [talk] = await Promise.all([loadTalk(this.data.id), loadCampaign()]);
      this.show(talk);
    } catch (thrown) {
      const { message, retry } = toCallError(thrown);
      this.setData({ state: 'error', message, retry });
    }
  },
  /** Without an answer the screen stays as it is. */
  async refresh() {
    const talk = await loadTalk(this.data.id).catch(() => null);
    if (talk !== null && this.data.sending === '') this.show(talk);
  },
  show(talk: Talk) {
    this.setData({
      state: 'ready',
      talk,
      text: talkText(talk, campaignAtHand()),
      question: handOverQuestion(talk),
      warnings: talk.caller === null ? [] : callerWarnings(talk.caller, campaignAtHand()),
    });
  },
  retryTapped() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  sentenceTapped(event: WechatMiniprogram.TouchEvent<object, object, { code: string }>) {
    const { code } = event.currentTarget.dataset;
    void this.send({ kind: 'sentence', code }, code);
  },
  async answerTapped({ detail: { answer } }: WechatMiniprogram.CustomEvent<{ answer: Answer }>) {
    const { id, sending } = this.data;
    if (sending !== '') return;
    this.setData({ sending: answer });
    try {
      if (isViewerAnswer(answer)) await reportOutcome(id, answer);
      this.show(isViewerAnswer(answer) ? await loadTalk(id) : await confirmHandOver(id, answer));
      void wx.showToast({ title: answeredText(answer), icon: 'none' });
    } catch (thrown) {
      void sayFailure(toCallError(thrown));
    } finally {
      this.setData({ sending: '' });
    }
  },
  planTapped() {
    this.setData({ planning: true });
  },
  planClosed() {
    this.setData({ planning: false });
  },
  async planned({ detail }: WechatMiniprogram.CustomEvent<Saying>) {
    if (await this.send(detail, 'plan')) this.setData({ planning: false });
  },
  /** Answers whether it was sent; the user has read why not. */
  async send(saying: Saying, sending: string): Promise<boolean> {
    if (this.data.sending !== '') return false;
    this.setData({ sending });
    try {
      this.show(await sendSaying(this.data.id, saying));
      return true;
    } catch (thrown) {
      void sayFailure(toCallError(thrown), say('没有发出去'));
      return false;
    } finally {
      this.setData({ sending: '' });
    }
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
});
