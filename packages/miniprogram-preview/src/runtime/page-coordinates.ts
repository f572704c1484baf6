import { currentPage } from './page-view';

export interface PageRect {
  left: number;
  top: number;
  right: number;
  bottom: number;
  width: number;
  height: number;
}

/** The top left corner of the page area in the browser's window, below the navigation bar. */
export function pageOrigin(): { left: number; top: number } {
  return document.getElementById('pages')?.getBoundingClientRect() ?? { left: 0, top: 0 };
}

/** An element's position as programs count it: from the page's own visible corner. */
export function rectInPage(element: Element): PageRect {
  const { left, top, right, bottom, width, height } = element.getBoundingClientRect();
  const origin = pageOrigin();
  return {
    left: left - origin.left,
    top: top - origin.top,
    right: right - origin.left,
    bottom: bottom - origin.top,
    width,
    height,
  };
}

/**
 * A touch as programs see it: `client…` from the visible corner, `page…` from the top of the page's content; on a canvas
 * also `x` and `y` from the canvas's own corner.
 */
export function touchInPage({ identifier, clientX, clientY, target }: Touch): Record<string, number> {
  const origin = pageOrigin();
  const x = clientX - origin.left;
  const y = clientY - origin.top;
  const scrolled = currentPage()?.element.scrollTop ?? 0;
  const canvas = target instanceof Element ? target.closest('wx-canvas')?.getBoundingClientRect() : undefined;
  const onCanvas = canvas && { x: clientX - canvas.left, y: clientY - canvas.top };
  return { identifier, clientX: x, clientY: y, pageX: x, pageY: y + scrolled, force: 1, ...onCanvas };
}
