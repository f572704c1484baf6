import type { ChosenPlace } from '../model/chosen-place';

const chosenKey = 'place.chosen';
const recentKey = 'place.recent';
const recentCount = 6;

/** The place whose surroundings are shown; null until the user picks one. */
export function chosenPlace(): ChosenPlace | null {
  return read<ChosenPlace>(chosenKey);
}

/** Shows this place's surroundings from now on, and puts it first among the recent ones. */
export function choosePlace(place: ChosenPlace): void {
  wx.setStorageSync(chosenKey, place);
  rememberPlace(place);
}

/** Puts the place first among the recent ones. */
export function rememberPlace(place: ChosenPlace): void {
  const others = recentPlaces().filter((other) => !samePlace(other, place));
  wx.setStorageSync(recentKey, [place, ...others].slice(0, recentCount));
}

/** The places picked before, the latest first. */
export function recentPlaces(): ChosenPlace[] {
  return read<ChosenPlace[]>(recentKey) ?? [];
}

export function samePlace(a: ChosenPlace | null, b: ChosenPlace | null): boolean {
  if (a === null || b === null) return a === b;
  const [aLng, aLat] = a.place.point;
  const [bLng, bLat] = b.place.point;
  return a.place.adcode === b.place.adcode && aLng === bLng && aLat === bLat;
}

/** The stored value; null when nothing is stored. */
function read<Value>(key: string): Value | null {
  const stored: Value | '' = wx.getStorageSync(key);
  return stored === '' ? null : stored;
}
