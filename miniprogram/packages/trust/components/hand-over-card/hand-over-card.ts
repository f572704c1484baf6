import { objectOf } from '../../../../components/properties';
import type { Answer, HandOverQuestion } from '../../presenters/hand-over-question';

/** Asks one side whether the medicine changed hands. Each answer is one tap: `answer` with `{ answer }`. */
Component({
  properties: {
    question: objectOf<HandOverQuestion>(),
    /** The answer that is being sent. */
    sending: { type: String, value: '' },
  },
  methods: {
    tapped(event: WechatMiniprogram.TouchEvent<object, object, { answer: Answer }>) {
      this.triggerEvent('answer', { answer: event.currentTarget.dataset.answer });
    },
  },
});
