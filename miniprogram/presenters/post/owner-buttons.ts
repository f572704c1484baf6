import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import type { OwnerAction } from '../../model/owner-action';

export interface OwnerButton {
  action: OwnerAction;
  text: string;
  /** The action that helps others most, because a post that is over should say so. */
  main: boolean;
}

/** The buttons of a post: exactly the actions that the server allows. */
export function ownerButtons(post: Pick<OpenedPost, 'board' | 'can'>): OwnerButton[] {
  const fulfilText = post.board === 'need' ? '已经解决' : '全部送完';
  const all: OwnerButton[] = [
    { action: 'give', text: '送出 1 份', main: true },
    { action: 'undoGift', text: '撤销送出', main: false },
    { action: 'fulfil', text: fulfilText, main: post.board === 'need' },
    { action: 'renew', text: '延长时间', main: false },
    { action: 'withdraw', text: '撤回', main: false },
  ];
  return all.filter(({ action }) => post.can[action]);
}
