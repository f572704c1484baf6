import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import type { OwnerAction } from '../../model/owner-action';
import { say } from '../../facts/words/say';

export interface OwnerButton {
  action: OwnerAction | 'edit' | 'again';
  text: string;
  /** The action that helps others most, because a post that is over should say so. */
  main: boolean;
}

/** The buttons of a post: exactly the actions that the server allows, and the way to publish an ended one again. */
export function ownerButtons(post: Pick<OpenedPost, 'board' | 'can' | 'status'>): OwnerButton[] {
  const fulfilText = post.board === 'need' ? say('已经解决') : say('全部送完');
  const all: (OwnerButton & { action: OwnerAction })[] = [
    { action: 'keep', text: post.board === 'need' ? say('还需要') : say('还有{thing}'), main: true },
    { action: 'give', text: say('送出 1 份'), main: true },
    { action: 'undoGift', text: say('撤销送出'), main: false },
    { action: 'fulfil', text: fulfilText, main: post.board === 'need' },
    { action: 'renew', text: say('延长时间'), main: false },
    { action: 'withdraw', text: say('撤回'), main: false },
  ];
  const allowed = all.filter(({ action }) => post.can[action]);
  if (post.can.correct && post.status === 'published')
    return [...allowed, { action: 'edit', text: say('修改'), main: false }];
  if (endedStatuses.includes(post.status))
    return [...allowed, { action: 'again', text: say('再发一次'), main: false }];
  return allowed;
}

/** After these a post is over; what was said in it can be published as a new one. */
const endedStatuses: readonly OpenedPost['status'][] = ['expired', 'withdrawn', 'fulfilled'];
