import type { Place } from '../../cloudfunctions/shared/contract/place';

/** A place that the user picked. This phone alone keeps it; calls carry it, and the functions do not store it. */
export interface ChosenPlace {
  /** `point`: picked on the map. `region`: a region's centre. */
  kind: 'point' | 'region';
  /** What the user sees: 岳麓区, or the name of the spot. */
  name: string;
  /** The full region: 湖南省长沙市岳麓区. */
  regionLabel: string;
  place: Place;
}

/** `view`: any region may be looked at. A `need` and a `spare` are posts, and a post needs its district. */
export type PlacePurpose = 'view' | 'need' | 'spare';
