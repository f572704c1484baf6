/** A mouse that has moved this far drags along the direction of its first way. */
const tolerance = 5;

/** What follows a finger itself, in every direction or along its own. */
const followers = 'wx-movable-view,wx-slider,wx-map,wx-picker-view,wx-canvas,input,textarea';

type Point = { clientX: number; clientY: number };

/** Scrolls what lies under a mouse that drags, as a finger does. */
export interface DragScroll {
  move(to: Point): void;
}

export function startDragScroll(target: EventTarget, from: Point): DragScroll {
  let scroller: Element | null | undefined;
  let isAcross = false;
  let last = from;
  return {
    move(to) {
      const [x, y] = [to.clientX - from.clientX, to.clientY - from.clientY];
      if (scroller === undefined) {
        if (Math.max(Math.abs(x), Math.abs(y)) < tolerance) return;
        isAcross = Math.abs(x) > Math.abs(y);
        scroller = scrollerOf(target, isAcross);
      }
      if (isAcross) scroller?.scrollBy({ left: last.clientX - to.clientX, behavior: 'instant' });
      else scroller?.scrollBy({ top: last.clientY - to.clientY, behavior: 'instant' });
      last = to;
    },
  };
}

/** The nearest element that scrolls in a direction; null where something nearer follows the finger. */
function scrollerOf(target: EventTarget, isAcross: boolean): Element | null {
  for (let element = target as Element | null; element?.id !== 'pages'; element = element.parentElement) {
    if (element === null || element.matches(followers)) return null;
    if (element.matches('wx-swiper') && element.classList.contains('upright') !== isAcross) return null;
    const { overflowX, overflowY } = getComputedStyle(element);
    const [overflow, room] = isAcross
      ? [overflowX, element.scrollWidth - element.clientWidth]
      : [overflowY, element.scrollHeight - element.clientHeight];
    if (room > 0 && (overflow === 'auto' || overflow === 'scroll')) return element;
  }
  return null;
}
