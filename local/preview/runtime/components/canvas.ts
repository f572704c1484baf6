import { make } from '../chrome/dom';
import type { BuiltIn } from './define';

const properties = { type: '', canvasId: '', disableScroll: false };
const canvases = new WeakMap<Element, HTMLCanvasElement>();

/** The real canvas behind a `<canvas>` of the program, for `SelectorQuery.node()`. */
export function canvasOf(host: Element): HTMLCanvasElement | undefined {
  return canvases.get(host);
}

/** Two-dimensional drawing through the standard canvas interface; `webgl` is refused by the drawing call. */
export const canvas: BuiltIn<typeof properties> = {
  tag: 'canvas',
  properties,
  create(node) {
    const surface = make('canvas');
    node.host.append(surface);
    Object.assign(surface, {
      createImage: () => new Image(),
      requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
      cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
    });
    canvases.set(node.host, surface);
    return {};
  },
};
