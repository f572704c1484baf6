import type { OpenedPost } from '../../cloudfunctions/shared/contract/post';
import type { DraftBoard } from '../model/draft';
import { draftOfPost } from '../presenters/publish/draft-of-post';
import { hasDraft, saveDraft } from './draft-store';
import { newName } from './new-name';
import { say } from '../facts/words/say';

const forms: Record<DraftBoard, string> = {
  need: '/packages/publish/pages/publish-need/publish-need',
  spare: '/packages/publish/pages/publish-spare/publish-spare',
};

/** Opens the form of an own post that is on its board, waits or was refused. `onChanged` gets the post as it then is. */
export function openEdit({ board, id }: OpenedPost, onChanged: (post: OpenedPost) => void): void {
  void wx.navigateTo({ url: `${forms[board]}?edit=${id}`, events: { changed: onChanged } });
}

/** Opens the form with what an ended post said. A form that was begun before is replaced only when the user says so. */
export async function publishAgain(post: OpenedPost): Promise<void> {
  const { board } = post;
  if (hasDraft(board) && !(await mayReplace())) return;
  saveDraft(board, draftOfPost(post, await newName()));
  openForm(board);
}

async function mayReplace(): Promise<boolean> {
  const { confirm } = await wx.showModal({
    title: say('换成这一条？'),
    content: say('表单里没填完的内容会被换掉。'),
    confirmText: say('换成这条'),
    cancelText: say('不换'),
  });
  return confirm;
}

/** Opens the form of one board as it is kept on this phone. `items`: catalogue codes that were looked for at the chosen place. */
export function openForm(board: DraftBoard, items?: readonly string[]): void {
  void wx.navigateTo({
    url: items === undefined ? forms[board] : `${forms[board]}?items=${items.join(',')}`,
  });
}
