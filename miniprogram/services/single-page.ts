/**
 * Whether this is a single page that was opened from Moments: WeChat signs no reader in there, and refuses other pages
 * and the bars.
 */
export const isSinglePage = (): boolean => wx.getLaunchOptionsSync().scene === 1154;
