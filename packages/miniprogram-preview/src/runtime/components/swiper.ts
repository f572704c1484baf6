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
        item.style.transitionDuration = `${duration}ms`;
        item.style.transform = `translate${vertical ? 'Y' : 'X'}(${(index - current) * 100}%)`;
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
    let start: { x: number; y: number } | undefined;
    host.addEventListener('touchstart', (event) => {
      const touch = event.touches[0];
      start = touch && { x: touch.clientX, y: touch.clientY };
    });
    host.addEventListener('touchend', (event) => {
      const touch = event.changedTouches[0];
      if (!start || !touch) return;
      const moved = node.data.vertical ? touch.clientY - start.y : touch.clientX - start.x;
      start = undefined;
      if (Math.abs(moved) > swipeDistance) go(current + (moved < 0 ? 1 : -1), 'touch');
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
