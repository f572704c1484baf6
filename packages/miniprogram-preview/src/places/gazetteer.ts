import { knownPlaces } from './known-places';
import { createMap, type PlaceMap } from './map';
import { createPlaceSearch, type PlaceSearch } from './place-search';
import { carriedRegions, placeRegions, type PreviewRegion } from './region-data';
import { regionTree, type RegionNode } from './region-tree';

/** The geography of China that the preview knows without a network. */
export interface Gazetteer extends PlaceMap {
  searchPlaces: PlaceSearch;
  regionTree: RegionNode[];
}

/** Takes about 300 ms, because it unpacks the outlines. */
export function createGazetteer(given: readonly PreviewRegion[] = carriedRegions()): Gazetteer {
  const regions = placeRegions(given);
  const known = knownPlaces(regions);
  return {
    ...createMap(regions, known),
    searchPlaces: createPlaceSearch(regions, known),
    regionTree: regionTree(regions),
  };
}
