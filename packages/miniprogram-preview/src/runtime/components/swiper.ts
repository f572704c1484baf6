import { make } from '../chrome/dom';
import { toBrowserStyle } from '../style-text';
import type { BuiltIn } from './define';

const properties = {
  indicatorDots: false,
  indicatorColor: 'rgba(0, 0, 0, .3)',
  indicatorActiveColor: '#000000',
  autoplay: false,
  current: 0,
  currentItemId: '',
  interval: 5000,
  duration: 500,
  circular: false,
  vertical: false,
  previousMargin: '0px',
  nextMargin: '0px',
  snapToEdge: false,
  displayMultipleItems: 1,
  skipHiddenItemLayout: false,
  easingFunction: 'default',
};

const swipeDistance = 30;

/** A finger that has moved this far swipes along the direction of its first way. */
const tolerance = 5;
const layouts = new WeakMap<Element, () => void>();
const itemIds = new WeakMap<Element, () => string>();

export const swiper: BuiltIn<typeof properties> = {
  tag: 'swiper',
  properties,
  create(node) {
    const { host } = node;
    const dots = make('div', { class: 'swiper-dots' });
    host.append(dots);
    let current = 0;
    /** How far the finger has taken the items, in pixels. */
    let dragged = 0;
    let timer = 0;
    const items = () =>
      [...host.querySelectorAll<HTMLElement>('wx-swiper-item')].filter(
        (item) => item.closest('wx-swiper') === host,
      );
    const layout = () => {
      const { vertical, displayMultipleItems, duration, previousMargin, nextMargin } = node.data;
      const share = 100 / Math.max(1, displayMultipleItems);
      const room = `(100% - ${toBrowserStyle(previousMargin)} - ${toBrowserStyle(nextMargin)})`;
      const all = items();
      all.forEach((item, index) => {
        item.style[vertical ? 'height' : 'width'] = `calc(${room} * ${share / 100})`;
        item.style[vertical ? 'top' : 'left'] = toBrowserStyle(previousMargin);
        item.style.transitionDuration = dragged === 0 ? `${duration}ms` : '0s';
        item.style.transform = `translate${vertical ? 'Y' : 'X'}(calc(${(index - current) * 100}% + ${dragged}px))`;
        item.toggleAttribute('data-current', index === current);
      });
      drawDots(dots, all.length, current, node.data);
    };
    layouts.set(host, layout);
    const go = (index: number, source: string) => {
      const count = items().length;
      const bounded = node.data.circular && count > 0 ? (index + count) % count : index;
      const target = Math.max(0, Math.min(count - node.data.displayMultipleItems, bounded));
      if (target === current || count === 0) return;
      current = target;
      layout();
      const detail = { current, currentItemId: itemIds.get(items()[current] ?? host)?.() ?? '', source };
      node.setData({ current });
      node.emit('change', detail);
      setTimeout(() => node.emit('animationfinish', detail), node.data.duration);
    };
    followFinger(node.host, {
      isVertical: () => node.data.vertical,
      move(distance) {
        dragged = distance;
        layout();
        const { vertical } = node.data;
        node.emit('transition', { dx: vertical ? 0 : -distance, dy: vertical ? -distance : 0 });
      },
      leave() {
        const moved = dragged;
        dragged = 0;
        if (Math.abs(moved) > swipeDistance) go(current + (moved < 0 ? 1 : -1), 'touch');
        layout();
      },
    });
    const restartAutoplay = () => {
      clearInterval(timer);
      if (!node.data.autoplay) return;
      timer = window.setInterval(
        () => go((current + 1) % Math.max(1, items().length), 'autoplay'),
        node.data.interval,
      );
    };
    return {
      update(changed) {
        host.classList.toggle('upright', node.data.vertical);
        const { currentItemId } = node.data;
        if (changed.has('current')) current = node.data.current;
        if (changed.has('currentItemId') && currentItemId !== '')
          current = Math.max(
            0,
            items().findIndex((item) => itemIds.get(item)?.() === currentItemId),
          );
        if (changed.has('autoplay') || changed.has('interval')) restartAutoplay();
        layout();
      },
      attached: () => void setTimeout(layout),
      detached: () => clearInterval(timer),
    };
  },
};

const itemProperties = { itemId: '', skipHiddenItemLayout: false };

export const swiperItem: BuiltIn<typeof itemProperties> = {
  tag: 'swiper-item',
  properties: itemProperties,
  create(node) {
    itemIds.set(node.host, () => node.data.itemId);
    let owner: Element | null = null;
    const relayout = () => owner && layouts.get(owner)?.();
    return {
      attached() {
        owner = node.host.closest('wx-swiper');
        setTimeout(relayout);
      },
      detached: () => void setTimeout(relayout),
    };
  },
};

function drawDots(dots: HTMLElement, count: number, current: number, data: typeof properties): void {
  dots.hidden = !data.indicatorDots;
  dots.classList.toggle('vertical', data.vertical);
  dots.replaceChildren(
    ...Array.from({ length: data.indicatorDots ? count : 0 }, (_, index) => {
      const dot = make('span');
      dot.style.background = index === current ? data.indicatorActiveColor : data.indicatorColor;
      return dot;
    }),
  );
}

interface Finger {
  isVertical(): boolean;
  /** The finger has moved along the swiper, so many pixels from where it began. */
  move(distance: number): void;
  leave(): void;
}

/** Follows the first finger, unless it moves across the swiper: then what is around may scroll. */
function followFinger(host: HTMLElement, finger: Finger): void {
  let start: Touch | undefined;
  let isAlong: boolean | undefined;
  host.addEventListener('touchstart', (event) => {
    start = event.touches[0];
    isAlong = undefined;
  });
  host.addEventListener('touchmove', (event) => {
    const now = [...event.touches].find(({ identifier }) => identifier === start?.identifier);
    if (!start || !now) return;
    const [x, y] = [now.clientX - start.clientX, now.clientY - start.clientY];
    if (isAlong === undefined && Math.max(Math.abs(x), Math.abs(y)) < tolerance) return;
    isAlong ??= Math.abs(y) > Math.abs(x) === finger.isVertical();
    if (isAlong) finger.move(finger.isVertical() ? y : x);
  });
  for (const type of ['touchend', 'touchcancel'])
    host.addEventListener(type, () => {
      if (isAlong) finger.leave();
      start = undefined;
    });
}
