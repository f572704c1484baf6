import type { DomElement } from '../backend';
import { make } from '../chrome/dom';
import type { BuiltIn } from './define';

const properties = {
  scrollX: false,
  scrollY: false,
  upperThreshold: null as unknown,
  lowerThreshold: null as unknown,
  scrollTop: null as unknown,
  scrollLeft: null as unknown,
  scrollIntoView: '',
  scrollIntoViewOffset: 0,
  scrollWithAnimation: false,
  enableBackToTop: false,
  enablePassive: false,
  refresherEnabled: false,
  refresherThreshold: 45,
  refresherDefaultStyle: 'black',
  refresherBackground: '',
  refresherTriggered: false,
  enableFlex: false,
  scrollAnchoring: false,
  enhanced: false,
  bounces: true,
  showScrollbar: true,
  pagingEnabled: false,
  fastDeceleration: false,
  bindingdragstart: null as unknown,
  type: '',
};

const defaultThreshold = 50;

export const scrollView: BuiltIn<typeof properties> = {
  tag: 'scroll-view',
  properties,
  create(node) {
    const { host } = node;
    const refresher = make('div', { class: 'refresher', role: 'status' }, '刷新中…');
    refresher.hidden = true;
    host.prepend(refresher);
    // A keyboard and a screen reader reach what scrolls, as they do on a phone.
    host.tabIndex = 0;
    const edges = { upper: true, lower: false };
    let last = { left: 0, top: 0 };
    host.addEventListener('scroll', (event) => {
      if (event.target !== host) return;
      const { scrollLeft, scrollTop, scrollHeight, scrollWidth } = host;
      const deltas = { deltaX: last.left - scrollLeft, deltaY: last.top - scrollTop };
      last = { left: scrollLeft, top: scrollTop };
      node.emit('scroll', { scrollLeft, scrollTop, scrollHeight, scrollWidth, ...deltas });
      reportEdges();
    });
    const reportEdges = () => {
      const vertical = node.data.scrollY;
      const position = vertical ? host.scrollTop : host.scrollLeft;
      const left = vertical
        ? host.scrollHeight - host.clientHeight - position
        : host.scrollWidth - host.clientWidth - position;
      const upper = position <= threshold(node.data.upperThreshold);
      const lower = left <= threshold(node.data.lowerThreshold);
      if (upper && !edges.upper) node.emit('scrolltoupper', { direction: vertical ? 'top' : 'left' });
      if (lower && !edges.lower) node.emit('scrolltolower', { direction: vertical ? 'bottom' : 'right' });
      Object.assign(edges, { upper, lower });
    };
    attachRefresher(host, {
      isEnabled: () => node.data.refresherEnabled && !node.data.refresherTriggered,
      threshold: () => node.data.refresherThreshold,
      pulling: (dy) => node.emit('refresherpulling', { dy }),
      refresh() {
        node.setData({ refresherTriggered: true });
        node.emit('refresherrefresh', {});
      },
      abort: () => node.emit('refresherabort', {}),
    });
    const scrollTo = (target: ScrollToOptions) =>
      host.scrollTo({ ...target, behavior: node.data.scrollWithAnimation ? 'smooth' : 'auto' });
    const apply = (changed: ReadonlySet<string>) => {
      const { scrollTop, scrollLeft, scrollIntoView } = node.data;
      if (changed.has('scrollTop') && isLength(scrollTop)) scrollTo({ top: parseFloat(String(scrollTop)) });
      if (changed.has('scrollLeft') && isLength(scrollLeft))
        scrollTo({ left: parseFloat(String(scrollLeft)) });
      if (changed.has('scrollIntoView') && scrollIntoView) {
        const target = host.querySelector(`[wx-id="${CSS.escape(scrollIntoView)}"]`);
        if (target) scrollTo(positionWithin(host, target));
      }
    };
    return {
      update(changed) {
        const { scrollX, scrollY, enableFlex, showScrollbar, refresherTriggered } = node.data;
        host.style.overflowX = scrollX ? 'auto' : 'hidden';
        host.style.overflowY = scrollY ? 'auto' : 'hidden';
        host.style.display = enableFlex ? 'flex' : '';
        host.classList.toggle('no-scrollbar', !showScrollbar);
        if (changed.has('refresherTriggered')) {
          if (!refresherTriggered && !refresher.hidden) node.emit('refresherrestore', {});
          refresher.hidden = !refresherTriggered;
        }
        // The content of the same update must be laid out first.
        setTimeout(() => apply(changed as ReadonlySet<string>));
      },
    };
  },
};

interface RefresherHooks {
  isEnabled(): boolean;
  threshold(): number;
  pulling(distance: number): void;
  refresh(): void;
  abort(): void;
}

function attachRefresher(host: DomElement, hooks: RefresherHooks): void {
  let startY: number | undefined;
  const distance = (event: TouchEvent) => (event.changedTouches[0]?.clientY ?? 0) - (startY ?? 0);
  host.addEventListener('touchstart', (event) => {
    startY = hooks.isEnabled() && host.scrollTop <= 0 ? event.touches[0]?.clientY : undefined;
  });
  host.addEventListener('touchmove', (event) => {
    if (startY !== undefined && distance(event) > 0) hooks.pulling(distance(event));
  });
  host.addEventListener('touchend', (event) => {
    if (startY === undefined) return;
    const pulled = distance(event);
    startY = undefined;
    if (pulled >= hooks.threshold()) hooks.refresh();
    else if (pulled > 5) hooks.abort();
  });
}

function positionWithin(host: Element, target: Element): ScrollToOptions {
  const from = host.getBoundingClientRect();
  const to = target.getBoundingClientRect();
  return { top: host.scrollTop + to.top - from.top, left: host.scrollLeft + to.left - from.left };
}

function threshold(value: unknown): number {
  return isLength(value) ? parseFloat(String(value)) : defaultThreshold;
}

function isLength(value: unknown): boolean {
  return value !== null && value !== undefined && value !== '' && !Number.isNaN(parseFloat(String(value)));
}
