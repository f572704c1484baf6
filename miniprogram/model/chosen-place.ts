import type { Place } from '../../cloudfunctions/shared/contract/place';

/** A place that the user picked. Only this phone keeps it; calls carry it, and the functions do not store it. */
export interface ChosenPlace {
  /** `point`: picked on the map. `region`: a region's centre. */
  kind: 'point' | 'region';
  /** The text that the user sees: 岳麓区, or the name of the spot. */
  name: string;
  /** The full region: 湖南省长沙市岳麓区. */
  regionLabel: string;
  place: Place;
}

/** `view`: any region may be looked at. `need` and `spare` are for posts, and a post needs a district. */
export type PlacePurpose = 'view' | 'need' | 'spare';
