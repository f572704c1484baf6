import type { CallInput } from '../../../../cloudfunctions/shared/contract/contract';
import type { OpenedPost } from '../../../../cloudfunctions/shared/contract/post';
import type { PlacedDraft } from '../../../model/draft';
import { publishInput } from '../../../presenters/publish/publish-input';
import { call } from '../../../services/cloud';

type Correction = CallInput<'posts', 'correct'>['draft'];

/** Sends an own post again with what the form says now. Its place and its photos stay. Throws CallError. */
export function correctPost(
  { id, board }: Pick<OpenedPost, 'id' | 'board'>,
  draft: PlacedDraft,
): Promise<OpenedPost> {
  const said = Object.entries(publishInput(board, draft)).filter(([field]) => !onlyOfNew.includes(field));
  return call('posts', 'correct', { id, draft: Object.fromEntries(said) as Correction });
}

/** What only the form of a new post sends. */
const onlyOfNew = ['clientToken', 'place', 'photoFileIds'];
