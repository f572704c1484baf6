import type { ChosenPlace } from '../model/chosen-place';

const chosenKey = 'place.chosen';
const recentKey = 'place.recent';
const recentCount = 6;
const namedKey = 'place.named';
/** As many as the home page has room for. */
const namedCount = 6;
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
  if (namedPlaces().some((named) => samePlace(named, place))) return;
  const others = recentPlaces().filter((other) => !samePlace(other, place));
  wx.setStorageSync(recentKey, [place, ...others].slice(0, recentCount));
}

/** The places picked before, the latest first. */
export function recentPlaces(): ChosenPlace[] {
  return read<ChosenPlace[]>(recentKey) ?? [];
}

/** The places that have a name of the person's own, such as 爸妈家, in the order in which they were named. */
export function namedPlaces(): ChosenPlace[] {
  return read<ChosenPlace[]>(namedKey) ?? [];
}

/** Gives a place a name that only this phone knows. A name that another place had is taken over. */
export function nameOfOwn(place: ChosenPlace, name: string): void {
  const named = { ...place, name: place.kind === 'region' ? `${name}（${place.name}）` : name };
  const others = namedPlaces().filter((other) => other.name !== named.name && !samePlace(other, place));
  wx.setStorageSync(namedKey, [...others, named].slice(-namedCount));
  wx.setStorageSync(
    recentKey,
    recentPlaces().filter((other) => !samePlace(other, place)),
  );
  if (samePlace(chosenPlace(), place)) wx.setStorageSync(chosenKey, named);
}

/** The place stays among the recent ones. */
export function forgetName(place: ChosenPlace): void {
  wx.setStorageSync(
    namedKey,
    namedPlaces().filter((other) => !samePlace(other, place)),
  );
  rememberPlace({ ...place, name: place.regionLabel });
}

/**
 * A spot picked on the map, moved to a kept place that is very near. Cells have borders, so a person who picks a home
 * again a few steps away must not show both cells.
 */
export function steadyPlace(picked: ChosenPlace): ChosenPlace {
  const kept = [...namedPlaces(), ...recentPlaces()].find(
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
