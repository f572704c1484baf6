import { callPage, type PageView } from './page-view';
import { signal } from './signals';

const pullDistance = 60;
let pulling: PageView | undefined;

/** Connects a page's own scrolling: onPageScroll, onReachBottom and pulling down to refresh. */
export function attachPageScroll(page: PageView): void {
  const { element } = page;
  const reachDistance = page.config.onReachBottomDistance ?? 50;
  let wasNearBottom = false;
  element.addEventListener('scroll', (event) => {
    if (event.target !== element) return;
    callPage(page, 'onPageScroll', { scrollTop: element.scrollTop });
    signal('pageScroll', page);
    const left = element.scrollHeight - element.clientHeight - element.scrollTop;
    const isNearBottom = left <= reachDistance;
    if (isNearBottom && !wasNearBottom) {
      callPage(page, 'onReachBottom');
      page.root.getComponent().triggerPageLifetime('reachBottom', []);
    }
    wasNearBottom = isNearBottom;
  });
  if (page.config.disableScroll) element.style.overflowY = 'hidden';
  if (page.config.enablePullDownRefresh) attachPull(page);
}

/** Shows the refreshing sign and asks the page to refresh. */
export function startPull(page: PageView): void {
  if (pulling) return;
  pulling = page;
  indicator().classList.add('shown');
  callPage(page, 'onPullDownRefresh');
}

export function stopPull(): void {
  pulling = undefined;
  indicator().classList.remove('shown');
}

function attachPull(page: PageView): void {
  const { element } = page;
  let startY: number | undefined;
  element.addEventListener('touchstart', (event) => {
    startY = element.scrollTop <= 0 ? event.touches[0]?.clientY : undefined;
  });
  element.addEventListener('touchend', (event) => {
    const endY = event.changedTouches[0]?.clientY;
    const pulled = startY !== undefined && endY !== undefined && endY - startY > pullDistance;
    if (pulled && element.scrollTop <= 0) startPull(page);
    startY = undefined;
  });
}

function indicator(): HTMLElement {
  return document.getElementById('pull-indicator') ?? document.body;
}
