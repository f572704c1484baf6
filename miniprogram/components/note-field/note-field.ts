import { listOf } from '../properties';

/** The note in the user's own words, with sentences to start from by a tap. Answers `change` with `note`. */
Component({
  properties: {
    note: { type: String, value: '' },
    maximum: { type: Number, value: 200 },
    placeholder: { type: String, value: '' },
    examples: listOf<string>(),
  },
  methods: {
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.triggerEvent('change', { note: event.detail.value });
    },
    exampleTapped(event: WechatMiniprogram.TouchEvent<object, object, { text: string }>) {
      const note = `${this.data.note}${event.currentTarget.dataset.text}`.slice(0, this.data.maximum);
      this.triggerEvent('change', { note });
    },
  },
});
