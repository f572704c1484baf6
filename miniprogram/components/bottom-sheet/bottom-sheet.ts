import { inLanguage } from '../in-language';

/** A sheet from below with a title, a body that scrolls, and one button. Answers `done` and `close`. */
Component({
  behaviors: [inLanguage],
  options: { multipleSlots: true },
  properties: {
    visible: { type: Boolean, value: false },
    title: { type: String, value: '' },
    /** Empty for a sheet without a button. */
    doneText: { type: String, value: '完成' },
    busy: { type: Boolean, value: false },
    /** As high as its content rather than most of the screen. */
    fit: { type: Boolean, value: false },
    /** A second, weaker action next to the title; empty for none. Answers `aside`. */
    asideText: { type: String, value: '' },
  },
  methods: {
    visibleChanged(event: WechatMiniprogram.CustomEvent<{ visible: boolean }>) {
      if (!event.detail.visible) this.triggerEvent('close');
    },
    closeTapped() {
      this.triggerEvent('close');
    },
    doneTapped() {
      this.triggerEvent('done');
    },
    asideTapped() {
      this.triggerEvent('aside');
    },
  },
});
