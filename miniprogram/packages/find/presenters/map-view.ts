import type { Board } from '../../../../cloudfunctions/shared/contract/board';
import { say } from '../../../facts/words/say';
import type { ChosenPlace } from '../../../model/chosen-place';
import { boardColours, cellCircle } from '../../../presenters/place/cell-circle';
import type { MapCluster } from './map-clusters';

/** What WeChat's map draws. The id of a cluster's marker is its position in the list. */
export interface MapView {
  circles: object[];
  markers: object[];
}

/** The searched place has an id of its own, because a tap on it opens nothing. */
export const placeMarker = 1_000;

/** `cells` are circled as they are, however they are counted together in `clusters`. */
export function mapView(
  board: Board,
  cells: readonly MapCluster[],
  clusters: readonly MapCluster[],
  { name, place }: ChosenPlace,
): MapView {
  return {
    circles: cells.map(({ centre }) => cellCircle(board, centre)),
    markers: [
      {
        id: placeMarker,
        longitude: place.point[0],
        latitude: place.point[1],
        zIndex: 1,
        label: nameLabel(name),
      },
      ...clusters.map(({ centre: [longitude, latitude], posts }, id) => ({
        id,
        longitude,
        latitude,
        iconPath: '/packages/find/images/clear.png',
        width: 4,
        height: 4,
        callout: {
          content: say`${posts.length} 条`,
          display: 'ALWAYS',
          padding: 8,
          borderRadius: 8,
          fontSize: 15,
          bgColor: boardColours[board],
          color: '#FFFFFF',
          textAlign: 'center',
        },
      })),
    ],
  };
}

const nameSize = 13;
const namePadding = 4;
/** The count of the place's own cell is over the same point. */
const belowCount = 18;

/** Always shown, in the middle under the pin, because the counts are over their cells. WeChat shows a `title` only after a tap. */
function nameLabel(name: string): object {
  // A Chinese character is as wide as it is high, and a Latin one about half as wide.
  const width = [...name].reduce(
    (sum, character) => sum + (character > '\u00ff' ? nameSize : nameSize * 0.55),
    0,
  );
  return {
    content: name,
    fontSize: nameSize,
    padding: namePadding,
    borderRadius: 4,
    color: '#1C1C1C',
    bgColor: '#FFFFFF',
    anchorX: -Math.round(width / 2 + namePadding),
    anchorY: belowCount,
  };
}
