import type { OpenedPost } from '../../cloudfunctions/shared/contract/post';
import type { DraftBoard, PlacedDraft } from '../model/draft';
import { publishInput } from '../presenters/publish/publish-input';
import { call } from './cloud';
import { clearDraft } from './draft-store';
import { rememberMember } from './waiting-badge';

/** Publishes a form without gaps and forgets the form. Throws CallError. */
export async function publishPost(board: DraftBoard, draft: PlacedDraft): Promise<OpenedPost> {
  const post = await call('posts', 'publish', publishInput(board, draft));
  clearDraft(board, draft.clientToken);
  rememberMember();
  return post;
}
