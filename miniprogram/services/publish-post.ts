import type { OpenedPost } from '../../cloudfunctions/shared/contract/post';
import type { DraftBoard, PlacedDraft } from '../model/draft';
import { publishInput } from '../presenters/publish/publish-input';
import { call } from './cloud';
import { draftPhotos, keepDraftPhotos } from './draft-photos';
import { clearDraft } from './draft-store';
import { uploadPictures } from './upload-pictures';
import { rememberMember } from './waiting-badge';

/** Publishes a form without gaps and forgets the form. Throws CallError. */
export async function publishPost(board: DraftBoard, draft: PlacedDraft): Promise<OpenedPost> {
  const photoFileIds = await uploadPictures(board === 'spare' ? draftPhotos(draft.clientToken) : []);
  const post = await call('posts', 'publish', publishInput(board, draft, photoFileIds));
  clearDraft(board, draft.clientToken);
  keepDraftPhotos(draft.clientToken, []);
  rememberMember();
  return post;
}
