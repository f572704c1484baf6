import type { Group } from '../../cloudfunctions/shared/contract/board';

/** Which posts of a board are wanted. */
export interface BoardFilter {
  /** Catalogue codes; empty for all. */
  items: string[];
  groups: Group[];
  /** A region's code, or empty for no limit. */
  within: string;
}

export const emptyFilter: BoardFilter = { items: [], groups: [], within: '' };
