import { make, makeButton, overlayLayer } from './dom';

export interface MessageBanner {
  /** The program that sent the message. */
  title: string;
  values: string[];
  onTap(): void;
}

/** A notification at the top of the phone, shown until it is tapped or closed; the newest is the lowest. */
export function showMessageBanner({ title, values, onTap }: MessageBanner): void {
  const banner = make('section', { class: 'message-banner', role: 'alert', 'aria-label': '服务通知' });
  const tap = makeButton('', () => (banner.remove(), onTap()), { class: 'message-banner-text' });
  const heading = title === '' ? '服务通知' : `服务通知 · ${title}`;
  tap.append(make('strong', {}, heading), ...values.map((value) => make('span', {}, value)));
  const close = makeButton('×', () => banner.remove(), {
    class: 'message-banner-close',
    'aria-label': '关闭通知',
  });
  banner.append(tap, close);
  bannerList().append(banner);
}

function bannerList(): HTMLElement {
  const known = document.getElementById('message-banners');
  if (known) return known;
  const list = make('div', { id: 'message-banners' });
  overlayLayer().append(list);
  return list;
}
