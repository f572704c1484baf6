import { inLanguage } from '../../../../components/in-language';

/** A whole number by two buttons or by typing. Answers `change` with `value`, which is always within the bounds. */
Component({
  behaviors: [inLanguage],
  properties: {
    value: { type: Number, value: 1 },
    minimum: { type: Number, value: 1 },
    maximum: { type: Number, value: 1 },
    /** What is counted, for a screen reader: 布洛芬数量. */
    name: { type: String, value: '' },
    unit: { type: String, value: '' },
    /** The reason for the maximum. Always shown, and read aloud when the user reaches it. */
    limitText: { type: String, value: '' },
  },
  data: {
    /** Whether the user asked for more than the maximum. */
    isMet: false,
  },
  methods: {
    minusTapped() {
      this.change(this.data.value - 1);
    },
    plusTapped() {
      this.change(this.data.value + 1);
    },
    typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
      const typed = Math.round(Number(event.detail.value));
      this.change(Number.isFinite(typed) ? typed : this.data.value);
      // A number typed beyond the bounds is replaced by the number within them.
      this.setData({ value: this.data.value });
    },
    change(wanted: number) {
      const { minimum, maximum } = this.data;
      const value = Math.min(maximum, Math.max(minimum, wanted));
      this.setData({ isMet: wanted > maximum });
      if (value !== this.data.value) this.triggerEvent('change', { value });
    },
  },
});
