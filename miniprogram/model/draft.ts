import type { PostBody } from '../../cloudfunctions/shared/contract/post-body';
import type { ChosenPlace } from './chosen-place';

/** A form as it is being filled in. It survives leaving the page. */
export interface Draft extends Omit<PostBody, 'portions'> {
  /**
   * Made once for a form and kept until the post is published, so that sending it again, after a lost answer or a
   * second tap, makes only one post.
   */
  clientToken: string;
  place: ChosenPlace | null;
  /** Only for a spare. */
  portions: number;
}

/** A draft whose place has been chosen, so that it can be published. */
export type PlacedDraft = Draft & { place: ChosenPlace };

export type DraftBoard = 'need' | 'spare';
