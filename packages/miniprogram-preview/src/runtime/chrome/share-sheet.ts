import { callPage, type PageView } from '../page-view';
import { make, makeButton, overlayLayer } from './dom';
import { showSheet } from './sheets';

interface ShareContent {
  title?: string;
  path?: string;
  imageUrl?: string;
}

/** The capsule's menu: shares the page if it can be shared, and restarts the program. */
export function openShareMenu(page: PageView): void {
  const canShare = typeof page.caller.onShareAppMessage === 'function';
  const items = [...(canShare ? ['转发给朋友'] : []), '重新进入小程序'];
  void showSheet({ items }).then((index) => {
    if (index === undefined) return;
    if (items[index] === '转发给朋友') void sharePage(page, { from: 'menu', target: undefined });
    else location.reload();
  });
}

/** Asks the page for its card and shows it; the other phone of the shell can open it. */
export async function sharePage(page: PageView, reason: { from: string; target: unknown }): Promise<void> {
  const answer = (callPage(page, 'onShareAppMessage', reason) ?? {}) as ShareContent & {
    promise?: Promise<ShareContent>;
  };
  const content = answer.promise ? { ...answer, ...(await answer.promise) } : answer;
  const path = (content.path ?? page.url).replace(/^\/+/, '');
  const title = content.title ?? document.title;
  const dialog = make('div', { class: 'share-card', role: 'dialog', 'aria-label': '转发' });
  const mask = make('div', { class: 'mask' }, dialog);
  const close = () => mask.remove();
  dialog.append(make('strong', {}, title), make('small', {}, `/${path}`));
  if (content.imageUrl) dialog.append(make('img', { src: content.imageUrl, alt: '' }));
  const actions = make('div', { class: 'dialog-actions' });
  if (window.parent !== window) {
    actions.append(
      makeButton('在另一台手机打开', () => {
        window.parent.postMessage({ type: 'preview:share', path, title }, location.origin);
        close();
      }),
    );
  }
  actions.append(makeButton('知道了', close));
  dialog.append(actions);
  overlayLayer().append(mask);
}
