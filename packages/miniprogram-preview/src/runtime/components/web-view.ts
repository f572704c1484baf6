import { make } from '../chrome/dom';
import type { BuiltIn } from './define';

const properties = { src: '' };

/** On a phone it covers the page with a page of the internet, which the preview does not load: it says which one. */
export const webView: BuiltIn<typeof properties> = {
  tag: 'web-view',
  properties,
  create(node) {
    const shown = make('p');
    const box = make(
      'div',
      { role: 'region', 'aria-label': '网页' },
      make('p', {}, '预览里不打开网页：'),
      shown,
    );
    box.style.cssText = 'position:fixed;inset:0;padding:24px;background:#fff;color:#333;word-break:break-all';
    node.host.append(box);
    return {
      update() {
        shown.textContent = node.data.src;
      },
    };
  },
};
