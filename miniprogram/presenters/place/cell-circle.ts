import type { Board } from '../../../cloudfunctions/shared/contract/board';

/** The circle around a cell of town: none of its compounds is farther from its middle. */
const cellMeters = 1200;

/** For maps, which take no variable of a style sheet. */
export const boardColours: Record<Board, string> = { need: '#B4530A', spare: '#2B7A3D' };

/** What is known of a post's place, as a circle of WeChat's map. */
export function cellCircle(board: Board, [longitude, latitude]: readonly [number, number]): object {
  const colour = boardColours[board];
  return {
    longitude,
    latitude,
    radius: cellMeters,
    color: `${colour}99`,
    fillColor: `${colour}33`,
    strokeWidth: 1,
  };
}
