import { callPage, type PageView } from '../page-view';
import { make, makeButton, overlayLayer } from './dom';
import { showSheet } from './sheets';

interface ShareContent {
  title?: string;
  path?: string;
  /** The card of a post in Moments, which always opens the page it was made on. */
  query?: string;
  imageUrl?: string;
}

type ShareHook = 'onShareAppMessage' | 'onShareTimeline';

/** Opens the capsule's menu: shares the page if the page allows it, and restarts the program. */
export function openShareMenu(page: PageView): void {
  const has = (hook: ShareHook) => typeof page.caller[hook] === 'function';
  const toMoments = has('onShareAppMessage') && has('onShareTimeline');
  const items = [
    ...(has('onShareAppMessage') ? ['转发给朋友'] : []),
    ...(toMoments ? ['分享到朋友圈'] : []),
    '重新进入小程序',
  ];
  void showSheet({ items }).then((index) => {
    if (index === undefined) return;
    if (items[index] === '转发给朋友') void sharePage(page, { from: 'menu', target: undefined });
    else if (items[index] === '分享到朋友圈') void sharePage(page, {}, 'onShareTimeline');
    else location.reload();
  });
}

/** Asks the page for its card and shows it; the other phone of the shell can open the card. */
export async function sharePage(
  page: PageView,
  reason: object,
  hook: ShareHook = 'onShareAppMessage',
): Promise<void> {
  const answer = (callPage(page, hook, reason) ?? {}) as ShareContent & { promise?: Promise<ShareContent> };
  const content = answer.promise ? { ...answer, ...(await answer.promise) } : answer;
  const own = content.query === undefined ? page.url : `${page.url.split('?')[0]}?${content.query}`;
  const path = ((hook === 'onShareAppMessage' ? content.path : undefined) ?? own).replace(/^\/+/, '');
  const title = content.title ?? document.title;
  const dialog = make('div', {
    class: 'share-card',
    role: 'dialog',
    'aria-label': hook === 'onShareTimeline' ? '朋友圈' : '转发',
  });
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
  if (hook === 'onShareTimeline') actions.append(makeButton('从朋友圈打开', () => openFromMoments(path)));
  actions.append(makeButton('知道了', close));
  dialog.append(actions);
  overlayLayer().append(mask);
}

/** As a reader of Moments does: only this page, in single page mode. */
function openFromMoments(path: string): void {
  const parameters = new URLSearchParams(location.search);
  parameters.set('scene', '1154');
  parameters.set('page', path);
  location.search = parameters.toString();
}
