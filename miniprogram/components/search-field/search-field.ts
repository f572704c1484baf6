import { inLanguage } from '../in-language';

/** A field to search by typing. Answers `change` with the words, also when they are cleared. */
Component({
  behaviors: [inLanguage],
  properties: {
    value: { type: String, value: '' },
    placeholder: { type: String, value: '' },
  },
  methods: {
    typed({ detail }: WechatMiniprogram.Input) {
      this.triggerEvent('change', { value: detail.value });
    },
    cleared() {
      this.triggerEvent('change', { value: '' });
    },
  },
});
