/** WeChat's middle font setting, in px. */
const standardFontSize = 17;
const smallest = 0.9;
/** Beyond this a line of a phone holds too few characters to be read. */
const largest = 1.8;

/** How much larger than designed the user wants text, 1 at the standard setting. */
export function fontScale(): number {
  const { fontSizeScaleFactor, fontSizeSetting } = wx.getAppBaseInfo();
  const wanted = fontSizeScaleFactor ?? (fontSizeSetting ?? standardFontSize) / standardFontSize;
  return Math.min(largest, Math.max(smallest, wanted));
}
