/** WeChat's middle font setting, in px. */
const standardFontSize = 17;
const smallest = 0.9;
/** Beyond this a line holds too few characters to be readable. */
const largest = 1.8;

/** The factor by which the user's font setting enlarges text; 1 at the standard setting. */
export function fontScale(): number {
  const { fontSizeScaleFactor, fontSizeSetting } = wx.getAppBaseInfo();
  const wanted = fontSizeScaleFactor ?? (fontSizeSetting ?? standardFontSize) / standardFontSize;
  return Math.min(largest, Math.max(smallest, wanted));
}
