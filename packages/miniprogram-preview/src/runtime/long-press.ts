import { glassEasel } from 'glass-easel-miniprogram-adapter';
import { frameworkElementOf, hearsLongPress } from './backend';
import { pageOrigin, touchInPage } from './page-coordinates';

const longPressMilliseconds = 350;
const moveTolerance = 10;

let longPressed = false;

/** Whether the touch that is ending was a long press that a handler received: then no tap follows. */
export function isLongPressed(): boolean {
  return longPressed;
}

export function installLongPress(pages: HTMLElement): void {
  let timer = 0;
  let start: Touch | undefined;
  pages.addEventListener(
    'touchstart',
    (event) => {
      clearTimeout(timer);
      longPressed = false;
      start = event.touches[0];
      const touch = start;
      if (touch && event.touches.length === 1)
        timer = window.setTimeout(() => press(event.target, touch), longPressMilliseconds);
    },
    true,
  );
  pages.addEventListener(
    'touchmove',
    (event) => {
      const now = event.touches[0];
      const moved = start && now && Math.hypot(now.clientX - start.clientX, now.clientY - start.clientY);
      if ((moved ?? 0) > moveTolerance) clearTimeout(timer);
    },
    true,
  );
  for (const type of ['touchend', 'touchcancel'])
    pages.addEventListener(type, () => clearTimeout(timer), true);
}

function press(target: EventTarget | null, touch: Touch): void {
  const element = frameworkElementOf(target);
  if (!element) return;
  longPressed = hearsLongPress(target);
  const { left, top } = pageOrigin();
  const detail = { x: touch.clientX - left, y: touch.clientY - top };
  const touches = [touchInPage(touch)];
  for (const name of ['longpress', 'longtap']) {
    const options = { bubbles: true, composed: true, extraFields: { touches, changedTouches: touches } };
    const event = new glassEasel.Event(name, detail, options);
    glassEasel.Event.dispatchEvent(element as glassEasel.Element, event);
  }
}
