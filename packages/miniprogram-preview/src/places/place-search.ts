import { flatMeters } from './flat-meters';
import type { Place } from './known-places';
import type { PlaceRegions } from './region-data';

/** The most results: they fill a phone's screen and scroll little. */
const longestAnswer = 20;

/** Finds places by name or address; the nearest first among equals when `near` (`[lng, lat]`) is given. */
export type PlaceSearch = (query: string, near?: readonly [number, number]) => Place[];

/**
 * Searches regions (at their centres) and well-known places. A place is found when its name or address contains every
 * word of the query. Names that equal the query come first, then those that begin with it, then those that contain it,
 * then addresses. An empty query lists what is near, or nothing without `near`.
 */
export function createPlaceSearch(regions: PlaceRegions, known: readonly Place[]): PlaceSearch {
  const places = [...regionPlaces(regions), ...known];
  return (query, near) => {
    const words = query.trim().split(/\s+/).filter(Boolean);
    if (words.length === 0 && near === undefined) return [];
    return places
      .map((place) => ({ place, rank: rankOf(place, words), meters: distanceFrom(near, place) }))
      .filter(({ rank }) => rank < notFound)
      .sort((a, b) => a.rank - b.rank || a.meters - b.meters)
      .slice(0, longestAnswer)
      .map(({ place }) => place);
  };
}

const notFound = 4;

/** 北京市 the province and 北京市 the city share a label, so only the first is kept. */
function regionPlaces({ all }: PlaceRegions): Place[] {
  const byLabel = new Map([...all].reverse().map((region) => [region.label, region]));
  return [...byLabel.values()].map(({ name, label, centre: [longitude, latitude] }) => ({
    name,
    address: label,
    longitude,
    latitude,
  }));
}

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
