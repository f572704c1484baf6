/** Takes the user's answer to WeChat. */
export type PrivacyAnswerer = (given: WechatMiniprogram.PrivacyAnswer) => void;

type Ask = (answer: PrivacyAnswerer) => void;

let ask: Ask | undefined;

/**
 * From now on WeChat asks through the popup of the page that is shown, before the first private interface. Without a
 * popup on the page the interface is refused rather than left hanging.
 */
export function watchPrivacy(): void {
  wx.onNeedPrivacyAuthorization((resolve: PrivacyAnswerer) => {
    if (ask === undefined) resolve({ event: 'disagree' });
    else ask(resolve);
  });
}

/** The popup of the page that is shown. */
export function askPrivacyThrough(popup: Ask): void {
  ask = popup;
}

/** The page with this popup is hidden or gone. */
export function stopAskingThrough(popup: Ask): void {
  if (ask === popup) ask = undefined;
}
