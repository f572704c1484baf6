import { session } from './session';
import { signal } from './signals';

/** WeChat's standard text size in px, which the user's setting multiplies. */
const standardFontSize = 16;

/** The value of `fontSizeSetting`. */
export function systemFontSize(): number {
  return Math.round(standardFontSize * session.fontScale * 100) / 100;
}

export function setFontScale(scale: number): void {
  session.fontScale = scale;
  signal('pageShown', undefined);
}
