import { say } from '../facts/words/say';
import type { CallError } from './call-error';

/** Opens 帮助与反馈. With the code of an error, what helps against it comes first. */
export function openHelp(error = ''): void {
  void wx.navigateTo({ url: `/packages/help/pages/help/help?error=${error}` });
}

/** Says in a window why something failed, with the way to help. */
export async function sayFailure({ code, message }: CallError, title = say('没有成功')): Promise<void> {
  const { cancel } = await wx.showModal({
    title,
    content: message,
    confirmText: say('知道了'),
    cancelText: say('帮助'),
  });
  if (cancel) openHelp(code);
}
