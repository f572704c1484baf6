import type { OpenedPost } from '../../cloudfunctions/shared/contract/post';
import { publishInput } from '../presenters/publish-input';
import { call } from './cloud';
import { clearDraft } from './draft-store';
import type { Draft, DraftBoard } from './draft-store';
import type { ChosenPlace } from './place-store';
import { rememberPosting } from './waiting-badge';

/** Publishes a form without gaps; the form is forgotten once the post is up. Throws CallError. */
export async function publishPost(
  board: DraftBoard,
  draft: Draft & { place: ChosenPlace },
): Promise<OpenedPost> {
  const post = await call('posts', 'publish', publishInput(board, draft));
  clearDraft(board);
  rememberPosting();
  return post;
}
