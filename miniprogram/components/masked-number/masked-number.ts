import type { MaskedNumber } from '../../../cloudfunctions/shared/contract/contact-calls';
import { maskedText } from '../../presenters/contact/masked-text';
import type { MaskedText } from '../../presenters/contact/masked-text';
import { objectOf } from '../properties';
import { inLanguage } from '../in-language';

/** The page shows the time left in minutes. */
const refreshMs = 20_000;

/** A masked number in large digits, with buttons to call and to copy it, and the time that it still works. Answers `used`. */
Component({
  behaviors: [inLanguage],
  properties: {
    masked: objectOf<MaskedNumber>(),
    /** The server's time when it answered with `masked`. */
    nowMs: { type: Number, value: 0 },
  },
  data: {
    text: null as MaskedText | null,
    /** How far the server's clock is ahead of the phone's. */
    aheadMs: 0,
    timer: 0,
  },
  observers: {
    'masked, nowMs'(_masked: MaskedNumber | null, nowMs: number) {
      this.setData({ aheadMs: nowMs - Date.now() });
      this.refresh();
    },
  },
  lifetimes: {
    attached() {
      this.setData({ timer: Number(setInterval(() => this.refresh(), refreshMs)) });
    },
    detached() {
      clearInterval(this.data.timer);
    },
  },
  methods: {
    refresh() {
      const { masked, aheadMs } = this.data;
      this.setData({ text: masked === null ? null : maskedText(masked, Date.now() + aheadMs) });
    },
    callTapped() {
      const { text } = this.data;
      if (text === null) return;
      wx.makePhoneCall({
        phoneNumber: text.dialled,
        success: () => this.triggerEvent('used'),
        // Cancelling the call is no failure.
        fail: () => undefined,
      });
    },
    copyTapped() {
      const { text } = this.data;
      if (text === null) return;
      // WeChat itself shows that the number was copied.
      wx.setClipboardData({
        data: text.dialled,
        success: () => this.triggerEvent('used'),
        fail: () => undefined,
      });
    },
  },
});
