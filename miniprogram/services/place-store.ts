import type { ChosenPlace } from '../model/chosen-place';

const chosenKey = 'place.chosen';
const recentKey = 'place.recent';
const recentCount = 6;
/** About the width of a housing compound. */
const sameSpotMeters = 250;

/** The place at the centre of the boards; null until the user picks one. */
export function chosenPlace(): ChosenPlace | null {
  return read<ChosenPlace>(chosenKey);
}

/** Shows the surroundings of this place from now on, and puts it first among the recent ones. */
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

/**
 * A spot picked on the map, moved to a kept place that is very near. Cells have borders, so a person who picks a home
 * again a few steps away must not show both cells.
 */
export function steadyPlace(picked: ChosenPlace): ChosenPlace {
  const kept = recentPlaces().find(
    (place) =>
      place.kind === 'point' && metersBetween(place.place.point, picked.place.point) <= sameSpotMeters,
  );
  return kept === undefined ? picked : { ...picked, regionLabel: kept.regionLabel, place: kept.place };
}

export function samePlace(a: ChosenPlace | null, b: ChosenPlace | null): boolean {
  if (a === null || b === null) return a === b;
  const [aLng, aLat] = a.place.point;
  const [bLng, bLat] = b.place.point;
  return a.place.adcode === b.place.adcode && aLng === bLng && aLat === bLat;
}

/** A flat approximation for points that are near each other. */
function metersBetween([lng, lat]: Point, [otherLng, otherLat]: Point): number {
  const metersPerDegree = 111_195;
  const east = (otherLng - lng) * Math.cos((lat * Math.PI) / 180);
  return metersPerDegree * Math.hypot(east, otherLat - lat);
}

type Point = ChosenPlace['place']['point'];

/** The stored value; null when nothing is stored. */
function read<Value>(key: string): Value | null {
  const stored: Value | '' = wx.getStorageSync(key);
  return stored === '' ? null : stored;
}
