import { assetUrl, make } from '../chrome/dom';
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
      createImage: () => packagedImage(node.ownerPath()),
      requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
      cancelAnimationFrame: (handle: number) => cancelAnimationFrame(handle),
    });
    canvases.set(node.host, surface);
    return {};
  },
};

/** A picture whose `src` may be a path inside the program. */
function packagedImage(ownerPath: string): HTMLImageElement {
  const image = new Image();
  Object.defineProperty(image, 'src', {
    get: () => image.getAttribute('src') ?? '',
    set: (source: string) => image.setAttribute('src', assetUrl(source, ownerPath)),
  });
  return image;
}
