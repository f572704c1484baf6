import { flatMeters } from './flat-meters';
import { knownPlaces } from './known-places';
import type { Place } from './known-places';
import { placeRegions } from './region-data';

export type { Place } from './known-places';

/** As many as a phone shows without scrolling much. */
const longestAnswer = 20;

/**
 * Places whose name, or address, holds every word of the query: regions (at their centres) and well-known places.
 * Names that are the query come first, then those that begin with it, then those that hold it, then addresses; the
 * nearest first among equals when `near` (`[lng, lat]`) is given. An empty query gives what is near, or nothing.
 */
export function searchPlaces(query: string, near?: readonly [number, number]): Place[] {
  const words = query.trim().split(/\s+/).filter(Boolean);
  if (words.length === 0 && near === undefined) return [];
  return places
    .map((place) => ({ place, rank: rankOf(place, words), meters: distanceFrom(near, place) }))
    .filter(({ rank }) => rank < notFound)
    .sort((a, b) => a.rank - b.rank || a.meters - b.meters)
    .slice(0, longestAnswer)
    .map(({ place }) => place);
}

const notFound = 4;

/** Of 北京市 the province and 北京市 the city, which read the same, the first. */
const saidOnce = [...new Map([...placeRegions].reverse().map((region) => [region.label, region])).values()];
const places: readonly Place[] = [
  ...saidOnce.map(({ name, label, centre: [longitude, latitude] }) => ({
    name,
    address: label,
    longitude,
    latitude,
  })),
  ...knownPlaces,
];

function rankOf({ name, address }: Place, words: readonly string[]): number {
  return Math.max(0, ...words.map((word) => rankOfWord(name, address, word)));
}

function rankOfWord(name: string, address: string, word: string): number {
  if (name === word || address === word) return 0;
  if (name.startsWith(word)) return 1;
  if (name.includes(word)) return 2;
  return address.includes(word) ? 3 : notFound;
}

function distanceFrom(near: readonly [number, number] | undefined, place: Place): number {
  return near === undefined ? 0 : flatMeters(near, [place.longitude, place.latitude]);
}
