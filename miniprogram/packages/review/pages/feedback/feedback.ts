import { loadedPage } from '../../../../behaviors/loaded-page';
import { toCallError } from '../../../../services/call-error';
import { call } from '../../../../services/cloud';
import { sayFailure } from '../../../../services/open-help';
import { feedbackView, missingView, readyAnswers } from '../../presenters/feedback-rows';
import type { FeedbackRow } from '../../presenters/feedback-rows';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<object, object, Data>;

const feedbackPage = loadedPage({
  initial: {
    waitingText: '',
    rows: [] as FeedbackRow[],
    missing: [] as { name: string; people: number }[],
    hiddenText: '',
  },
  asks: 'show',
  async ask() {
    const [messages, names] = await Promise.all([
      call('moderation', 'waitingFeedback', {}),
      call('moderation', 'missingNames', {}),
    ]);
    return { state: 'ready' as const, ...feedbackView(messages), ...missingView(names) };
  },
});

/** The operators' room for messages: each is answered once, and the names that people missed are counted. */
Component({
  behaviors: [feedbackPage],
  data: {
    readyAnswers,
    /** The message that is being answered; empty when none is. */
    open: '',
    answer: '',
    busy: false,
  },
  methods: {
    answerTapped({ currentTarget }: Tapped<{ id: string }>) {
      this.setData({ open: currentTarget.dataset.id, answer: '' });
    },
    typed({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ answer: detail.value });
    },
    readyTapped({ currentTarget }: Tapped<{ text: string }>) {
      this.setData({ answer: currentTarget.dataset.text });
    },
    async sendTapped() {
      const { open: id, answer, busy } = this.data;
      if (busy || id === '' || answer.trim().length < 2) return;
      this.setData({ busy: true });
      try {
        const messages = await call('moderation', 'answerFeedback', { id, answer });
        this.setData({ ...feedbackView(messages), open: '', answer: '' });
      } catch (thrown) {
        const failure = toCallError(thrown);
        await sayFailure(failure);
        if (failure.code === 'feedback-answered' || failure.code === 'not-found') await this.load();
      } finally {
        this.setData({ busy: false });
      }
    },
  },
});
