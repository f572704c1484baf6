import type { Group } from '../../cloudfunctions/shared/contract/board';

/** The criteria for posts of a board. */
export interface BoardFilter {
  /** Catalogue codes; empty for all. */
  items: string[];
  groups: Group[];
  /** A region's code, or empty for no limit. */
  within: string;
}

export const emptyFilter: BoardFilter = { items: [], groups: [], within: '' };
