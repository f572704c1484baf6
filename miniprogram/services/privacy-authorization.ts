/** How WeChat is answered: the user agreed by tapping the button with this id, or refused. */
export type PrivacyAnswer = { event: 'agree'; buttonId: string } | { event: 'disagree' };

type Ask = (answer: (given: PrivacyAnswer) => void) => void;

/** As WeChat documents it; its typings leave the listener's arguments out. */
type Watch = (listener: (resolve: (given: PrivacyAnswer) => void) => void) => void;

let ask: Ask | undefined;

/**
 * From now on WeChat asks through the popup of the page that is shown, before the first private interface. Without a
 * popup on the page the interface is refused rather than left hanging.
 */
export function watchPrivacy(): void {
  const watch = wx.onNeedPrivacyAuthorization as unknown as Watch;
  watch((resolve) => {
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
