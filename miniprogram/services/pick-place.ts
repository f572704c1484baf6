import type { ChosenPlace } from './place-store';

/** `view`: any region may be looked at. A `need` and a `spare` are posts, and a post needs its district. */
export type PlacePurpose = 'view' | 'need' | 'spare';

/** Opens the place page; `onChosen` runs when the user picked one there, and not when they went back. */
export function pickPlace(purpose: PlacePurpose, onChosen: (place: ChosenPlace) => void): void {
  void wx.navigateTo({
    url: `/pages/choose-place/choose-place?purpose=${purpose}`,
    events: { chosen: onChosen },
  });
}
