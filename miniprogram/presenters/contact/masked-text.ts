import type { MaskedNumber } from '../../../cloudfunctions/shared/contract/contact-calls';
import { durationText } from '../time/clock-text';
import { say } from '../../facts/words/say';

/** A masked number in the forms that the page draws and the phone dials. */
export interface MaskedText {
  /** 170 0000 0001: in groups of three, four and four, as people read numbers aloud. */
  shown: string;
  /** How to key in the extension; empty without one. */
  extensionText: string;
  /** The phones that may call it. */
  hint: string;
  /** With a pause before the extension, as phones dial it. */
  dialled: string;
  leftText: string;
}

/** `nowMs` is the server's clock. */
export function maskedText({ number, extension, expiresAtMs }: MaskedNumber, nowMs: number): MaskedText {
  const left = durationText(expiresAtMs - nowMs);
  return {
    shown: number.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3'),
    extensionText:
      extension === null ? '' : say`打通后会请您按分机号：按 ${spaced(extension)}，再按 # 号（井号）`,
    hint:
      extension === null
        ? say('只能用您绑定的手机拨打。双方都只看到这个号码，看不到真实手机号。')
        : say(
            '点“拨打电话”，分机号会自动按好。用家里的座机、别人的手机拨也行，听到提示再按。双方都看不到真实手机号。',
          ),
    dialled: extension === null ? number : `${number},${extension}`,
    leftText: left === '' ? say('号码已经失效') : say`号码还能用 ${left}`,
  };
}

/** Digits with blanks between them (1 2 3), because they are pressed one after another. */
const spaced = (digits: string): string => [...digits].join(' ');
