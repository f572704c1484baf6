import { inLanguage } from '../in-language';

/** What a screen shows instead of its content: `loading`, `empty` or `error`; nothing when `ready`. */
Component({
  behaviors: [inLanguage],
  options: { multipleSlots: false },
  properties: {
    state: { type: String, value: 'loading' },
    /** The sentence about what is empty, or what went wrong. */
    message: { type: String, value: '' },
    icon: { type: String, value: 'search' },
    /** Whether trying again can help. */
    retry: { type: Boolean, value: true },
  },
  data: {
    /** Shaped like a few posts. */
    cards: [0, 1, 2],
    lines: ['60%', '95%', '40%'],
  },
  methods: {
    retryTapped() {
      this.triggerEvent('retry');
    },
  },
});
