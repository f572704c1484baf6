import { elementOf } from '../backend';
import { navigateBack, navigateTo, reLaunch, redirectTo, switchTab } from '../pages';
import { startPull, stopPull } from '../page-scroll';
import { currentPage } from '../page-view';
import { calls } from './registry';

interface UrlOptions {
  url: string;
  events?: Record<string, (...values: unknown[]) => void>;
}

interface ScrollOptions {
  scrollTop?: number;
  selector?: string;
  offsetTop?: number;
  duration?: number;
}

export const navigation = calls({
  navigateTo: ({ url, events }: UrlOptions) => ({ eventChannel: navigateTo(url, events) }),
  redirectTo: ({ url }: UrlOptions) => redirectTo(url),
  reLaunch: ({ url }: UrlOptions) => reLaunch(url),
  switchTab: ({ url }: UrlOptions) => switchTab(url),
  navigateBack: ({ delta }: { delta?: number }) => navigateBack(delta ?? 1),
  pageScrollTo({ scrollTop, selector, offsetTop = 0, duration = 300 }: ScrollOptions) {
    const page = currentPage();
    if (!page) return;
    const target = selector ? page.root.getComponent().getShadowRoot()?.querySelector(selector) : undefined;
    const element = target && elementOf(target);
    const from = page.element.getBoundingClientRect().top - page.element.scrollTop;
    const top = element ? element.getBoundingClientRect().top - from + offsetTop : (scrollTop ?? 0);
    page.element.scrollTo({ top, behavior: duration === 0 ? 'auto' : 'smooth' });
  },
  startPullDownRefresh() {
    const page = currentPage();
    if (page) startPull(page);
  },
  stopPullDownRefresh: () => stopPull(),
});
