import type { DomElement } from './backend';
import { startDragScroll, type DragScroll } from './drag-scroll';
import { installLongPress } from './long-press';

/** Makes a mouse, a keyboard and assistive tools act as a finger does, and adds long presses and hover classes. */
export function installTouch(): void {
  const pages = document.body;
  let pressed: EventTarget | null = null;
  let dragging: DragScroll | undefined;
  window.addEventListener(
    'mousedown',
    (event) => {
      if (event.button !== 0 || fromTouch(event) || !event.target || !inPage(event.target)) return;
      pressed = event.target;
      dragging = startDragScroll(pressed, event);
      fire('touchstart', event, event.target);
    },
    true,
  );
  window.addEventListener(
    'mousemove',
    (event) => {
      // What a handler catches stays where it is.
      if (pressed && fire('touchmove', event, pressed)) dragging?.move(event);
    },
    true,
  );
  window.addEventListener(
    'mouseup',
    (event) => {
      const target = pressed;
      pressed = null;
      if (target) fire('touchend', event, target);
    },
    true,
  );
  // A click without a pointer comes from the keyboard, a script or an assistive tool.
  window.addEventListener(
    'click',
    (event) => {
      if (event.detail !== 0 || !event.target || !inPage(event.target)) return;
      if (isNativeControl(event.target)) return;
      fire('touchstart', event, event.target);
      fire('touchend', event, event.target);
    },
    true,
  );
  installLongPress(pages);
  installHover(pages);
}

function inPage(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('#pages') !== null;
}

function isNativeControl(target: EventTarget): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

function fromTouch(event: MouseEvent): boolean {
  const source = (event as { sourceCapabilities?: { firesTouchEvents: boolean } }).sourceCapabilities;
  return source?.firesTouchEvents ?? false;
}

/** False when a handler wants the browser to do nothing. */
function fire(type: string, event: MouseEvent, target: EventTarget): boolean {
  const { clientX, clientY, pageX, pageY } = event;
  const touch = new Touch({ identifier: 0, target, clientX, clientY, pageX, pageY });
  const touches = type === 'touchend' ? [] : [touch];
  const shared = { bubbles: true, cancelable: true, composed: true };
  return target.dispatchEvent(
    new TouchEvent(type, { ...shared, touches, targetTouches: touches, changedTouches: [touch] }),
  );
}

/** `hover-class` may name several classes. */
function toggleClasses(element: DomElement, names: string, isOn: boolean): void {
  const classes = element.__wxElement?.classList;
  for (const name of names.split(/\s+/).filter(Boolean)) classes?.toggle(name, isOn);
}

/** `hover-class` of plain views: the class remains for a moment after the finger has left. */
function installHover(pages: HTMLElement): void {
  let hovered: { element: DomElement; name: string }[] = [];
  const end = () => {
    const ended = hovered;
    hovered = [];
    setTimeout(() => {
      for (const { element, name } of ended) toggleClasses(element, name, false);
    }, 100);
  };
  pages.addEventListener(
    'touchstart',
    (event) => {
      let element = event.target instanceof Element ? event.target.closest('[hover-class]') : null;
      while (element) {
        const name = element.getAttribute('hover-class') ?? 'none';
        if (name !== 'none' && name !== '') {
          toggleClasses(element as DomElement, name, true);
          hovered.push({ element: element as DomElement, name });
        }
        if (element.hasAttribute('hover-stop-propagation')) break;
        element = element.parentElement?.closest('[hover-class]') ?? null;
      }
    },
    true,
  );
  for (const type of ['touchend', 'touchcancel']) pages.addEventListener(type, end, true);
}
