import type { PostBody } from '../../cloudfunctions/shared/contract/post-body';
import type { ChosenPlace } from './chosen-place';

/** A form as it is being filled in. It survives leaving the page. */
export interface Draft extends Omit<PostBody, 'portions'> {
  /**
   * Made once for one form and kept until the post is up: a publish that is sent again, after a lost answer or a
   * second tap, makes one post.
   */
  clientToken: string;
  place: ChosenPlace | null;
  /** Only on a spare. */
  portions: number;
}

/** A draft that has its place: what can be published. */
export type PlacedDraft = Draft & { place: ChosenPlace };

export type DraftBoard = 'need' | 'spare';
