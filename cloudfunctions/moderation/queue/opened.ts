import type { PostDocument } from '../../shared/contract/documents';
import type { RecordDocument, ReviewDocument } from '../../shared/contract/moderation-documents';

/** An item with what a volunteer sees of it; a block has no post. */
export interface Opened {
  review: ReviewDocument;
  post: PostDocument | null;
  record: RecordDocument;
}
