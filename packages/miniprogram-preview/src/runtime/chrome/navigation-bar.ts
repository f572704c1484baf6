import { wxCall } from '../api/registry';
import type { PageView } from '../page-view';
import { openShareMenu } from './share-sheet';
import { make, makeButton } from './dom';

/** Colours and words of the bar above a page. Changes by `wx.setNavigationBar…` belong to the page. */
export interface BarState {
  title?: string;
  background?: string;
  color?: string;
  loading?: boolean;
  homeHidden?: boolean;
}

const changes = new WeakMap<PageView, BarState>();
let shown: { page: PageView; canGoBack: boolean; canGoHome: boolean } | undefined;

export function showNavigationBar(page: PageView, canGoBack: boolean, canGoHome: boolean): void {
  shown = { page, canGoBack, canGoHome };
  draw();
}

export function changeNavigationBar(page: PageView, change: BarState): void {
  changes.set(page, { ...changes.get(page), ...change });
  draw();
}

function draw(): void {
  const bar = document.getElementById('navigation-bar');
  if (!bar || !shown) return;
  const { page, canGoBack, canGoHome } = shown;
  const changed = changes.get(page) ?? {};
  const isCustom = page.config.navigationStyle === 'custom';
  const phone = document.getElementById('phone');
  const background = changed.background ?? page.config.navigationBarBackgroundColor ?? '#ffffff';
  const color = changed.color ?? (page.config.navigationBarTextStyle === 'white' ? '#ffffff' : '#000000');
  phone?.classList.toggle('custom-navigation', isCustom);
  phone?.style.setProperty('--bar-background', background);
  phone?.style.setProperty('--bar-color', color);
  const title = changed.title ?? page.config.navigationBarTitleText ?? '';
  document.title = title;
  bar.replaceChildren();
  if (!isCustom) {
    if (canGoBack)
      bar.append(makeButton('', () => wxCall('navigateBack'), { class: 'bar-back', 'aria-label': '返回' }));
    else if (canGoHome && !changed.homeHidden)
      bar.append(
        makeButton('', () => wxCall('reLaunch', { url: '/' }), { class: 'bar-home', 'aria-label': '主页' }),
      );
    bar.append(make('h1', { class: 'bar-title' }, title));
    if (changed.loading)
      bar.append(make('span', { class: 'bar-loading', role: 'progressbar', 'aria-label': '加载中' }));
  }
  bar.append(capsule(page));
}

/** The menu at the top right of every mini-program. */
function capsule(page: PageView): HTMLElement {
  const more = makeButton('', () => openShareMenu(page), { class: 'capsule-more', 'aria-label': '更多' });
  const close = makeButton('', () => location.reload(), {
    class: 'capsule-close',
    'aria-label': '关闭小程序',
  });
  return make('div', { class: 'capsule' }, more, close);
}
