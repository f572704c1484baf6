import type { PostDocument } from '../../shared/contract/documents';
import type { RecordDocument, ReviewDocument } from '../../shared/contract/moderation-documents';

/** A claimed item with its post; an item about blocking a person has none. */
export interface Opened {
  review: ReviewDocument;
  post: PostDocument | null;
  record: RecordDocument;
}
