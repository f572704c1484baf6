import type { ChosenPlace, PlacePurpose } from '../model/chosen-place';

/** Opens the place page. `onChosen` runs when the user picks a place, not when they go back. */
export function pickPlace(purpose: PlacePurpose, onChosen: (place: ChosenPlace) => void): void {
  void wx.navigateTo({
    url: `/packages/place/pages/choose-place/choose-place?purpose=${purpose}`,
    events: { chosen: onChosen },
  });
}
