import type { Group } from '../../cloudfunctions/shared/contract/board';
import type { Beneficiary, SpareItem } from '../../cloudfunctions/shared/contract/post';
import type { ChosenPlace } from './chosen-place';

/** A form as it is being filled in. It survives leaving the page. */
export interface Draft {
  /**
   * Made once for one form and kept until the post is up: a publish that is sent again, after a lost answer or a
   * second tap, makes one post.
   */
  clientToken: string;
  items: SpareItem[];
  place: ChosenPlace | null;
  beneficiary: Beneficiary;
  groups: Group[];
  note: string;
  /** Only on a spare. */
  portions: number;
  /** Only on a spare: a code of the campaign's sources. */
  source: string | null;
}

/** A draft that has its place: what can be published. */
export type PlacedDraft = Draft & { place: ChosenPlace };

export type DraftBoard = 'need' | 'spare';
