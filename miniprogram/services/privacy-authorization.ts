/** Takes the user's answer to WeChat. */
export type PrivacyAnswerer = (given: WechatMiniprogram.PrivacyAnswer) => void;

type Ask = (answer: PrivacyAnswerer) => void;

let ask: Ask | undefined;

/**
 * From now on WeChat asks before the first private interface, through the popup of the shown page. On a page without a
 * popup the interface is refused, because it would otherwise wait forever.
 */
export function watchPrivacy(): void {
  wx.onNeedPrivacyAuthorization((resolve: PrivacyAnswerer) => {
    if (ask === undefined) resolve({ event: 'disagree' });
    else ask(resolve);
  });
}

/** Registers the popup of the shown page. */
export function askPrivacyThrough(popup: Ask): void {
  ask = popup;
}

/** Unregisters the popup of a page that is hidden or gone. */
export function stopAskingThrough(popup: Ask): void {
  if (ask === popup) ask = undefined;
}
