import { session } from './session';
import { signal } from './signals';

/** WeChat's standard text size in px; the user's setting multiplies it. */
const standardFontSize = 16;

/** What `fontSizeSetting` says. */
export function systemFontSize(): number {
  return Math.round(standardFontSize * session.fontScale * 100) / 100;
}

export function setFontScale(scale: number): void {
  session.fontScale = scale;
  signal('pageShown', undefined);
}
