import type { OpenedPost } from '../../cloudfunctions/shared/contract/post';
import type { OwnerAction } from '../model/owner-action';
import { clockText } from '../presenters/time/clock-text';
import { call } from './cloud';
import { say } from '../facts/words/say';

/** The question before an action; null when a slip of the thumb does no harm. */
export function confirmation(
  post: OpenedPost,
  action: OwnerAction,
): { title: string; content: string } | null {
  if (action === 'withdraw') {
    return { title: say('撤回这条信息？'), content: say('撤回后别人就看不到了，不能恢复。') };
  }
  if (action === 'fulfil') {
    return post.board === 'need'
      ? { title: say('已经解决了？'), content: say('这条求助会结束，别人不再看到。') }
      : { title: say('全部送完了？'), content: say('这条信息会结束，别人不再看到。') };
  }
  if (action === 'give' && post.portions?.left === 1) {
    return { title: say('送出最后一份？'), content: say('送完后这条信息会自动结束。') };
  }
  return null;
}

/** Asks if a question is needed. Answers whether to continue. */
export async function confirmAction(post: OpenedPost, action: OwnerAction): Promise<boolean> {
  const question = confirmation(post, action);
  if (question === null) return true;
  const { confirm } = await wx.showModal({
    ...question,
    confirmText: say('确定'),
    cancelText: say('再想想'),
  });
  return confirm;
}

/** Answers the post after the action. Throws CallError. */
export function runAction(post: OpenedPost, action: OwnerAction): Promise<OpenedPost> {
  if (action === 'give') {
    const leftBefore = post.portions?.left ?? 1;
    return call('posts', 'give', { id: post.id, leftBefore, leftAfter: leftBefore - 1 });
  }
  return call('posts', action, { id: post.id });
}

/** What the user reads after the action. */
export function doneSentence(post: OpenedPost, action: OwnerAction): string {
  if (post.status === 'fulfilled') return say('已结束，谢谢您');
  return {
    renew: say`延长到${clockText(post.expiresAtMs, Date.now())}`,
    give: say('已记下'),
    undoGift: say('已撤销'),
    keep: say('已记下'),
    fulfil: say('已结束'),
    withdraw: say('已撤回'),
  }[action];
}
