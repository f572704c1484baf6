import type { MaskedNumber } from '../../cloudfunctions/shared/contract/contact-calls';
import { durationText } from './clock-text';

/** A masked number as it is drawn and dialled. */
export interface MaskedText {
  /** 170 0000 0001: three, four, four, as numbers are read aloud. */
  shown: string;
  extensionText: string;
  /** With a pause before the extension, as phones dial it. */
  dialled: string;
  leftText: string;
}

/** `nowMs`: the server's. */
export function maskedText({ number, extension, expiresAtMs }: MaskedNumber, nowMs: number): MaskedText {
  const left = durationText(expiresAtMs - nowMs);
  return {
    shown: number.replace(/^(\d{3})(\d{4})(\d{4})$/, '$1 $2 $3'),
    extensionText: extension === null ? '' : `接通后按分机号 ${extension} #`,
    dialled: extension === null ? number : `${number},${extension}`,
    leftText: left === '' ? '号码已经失效' : `号码还能用 ${left}`,
  };
}
