import type { DraftBoard, PlacedDraft } from './draft';

/** A post that waits on this phone for a network. */
export interface WaitingPost {
  board: DraftBoard;
  /** Its `clientToken` makes one post of any number of sends. */
  draft: PlacedDraft;
  /** Why the cloud refused it; empty while it only waits. A refused post is not sent again by itself. */
  refusal: string;
}
