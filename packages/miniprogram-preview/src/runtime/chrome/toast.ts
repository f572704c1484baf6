import { assetUrl, make, overlayLayer } from './dom';

export interface ToastOptions {
  title?: string;
  icon?: string;
  image?: string;
  duration?: number;
  mask?: boolean;
}

let shown: { node: HTMLElement; kind: 'toast' | 'loading'; timer?: number } | undefined;

/** Shows a short message in the middle; as on a phone, only one at a time. */
export function showToast(options: ToastOptions): void {
  const icon = options.image ? 'image' : (options.icon ?? 'success');
  show('toast', options, icon);
  if (shown) shown.timer = window.setTimeout(hideToast, options.duration ?? 1500);
}

export function showLoading(options: ToastOptions): void {
  show('loading', options, 'loading');
}

export function hideToast(): void {
  if (shown?.timer !== undefined) clearTimeout(shown.timer);
  shown?.node.remove();
  shown = undefined;
}

export function hideLoading(): void {
  if (shown?.kind === 'loading') hideToast();
}

function show(kind: 'toast' | 'loading', options: ToastOptions, icon: string): void {
  hideToast();
  const node = make('div', { class: options.mask ? 'toast-mask' : 'toast-place' });
  const box = make('div', { class: `toast toast-${icon}`, role: 'status', 'aria-live': 'polite' });
  if (options.image) box.append(make('img', { src: assetUrl(options.image), alt: '' }));
  else if (icon !== 'none') box.append(make('span', { class: 'toast-icon', 'aria-hidden': 'true' }));
  box.append(make('span', {}, options.title ?? ''));
  node.append(box);
  overlayLayer().append(node);
  shown = { node, kind };
}
