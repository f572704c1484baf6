import { assetUrl, make } from '../chrome/dom';
import type { BuiltIn } from './define';
import { icons } from './icon-shapes';

const imageProperties = {
  src: '',
  mode: 'scaleToFill',
  lazyLoad: false,
  webp: false,
  showMenuByLongpress: false,
};

const objectFit: Record<string, string> = {
  scaleToFill: 'fill',
  aspectFit: 'contain',
  aspectFill: 'cover',
  widthFix: 'fill',
  heightFix: 'fill',
};

export const image = imageLike('image');
export const coverImage = imageLike('cover-image');

function imageLike(tag: 'image' | 'cover-image'): BuiltIn<typeof imageProperties> {
  return {
    tag,
    properties: imageProperties,
    create(node) {
      const picture = make('img', { draggable: 'false', alt: '' });
      const { host } = node;
      host.append(picture);
      picture.addEventListener('load', () => {
        picture.style.visibility = '';
        const { naturalWidth: width, naturalHeight: height } = picture;
        if (node.data.mode === 'widthFix') host.style.height = `${(host.clientWidth * height) / width}px`;
        if (node.data.mode === 'heightFix') host.style.width = `${(host.clientHeight * width) / height}px`;
        node.emit('load', { width, height });
      });
      picture.addEventListener('error', () => {
        // A phone draws nothing, a browser its mark of a broken picture.
        picture.style.visibility = 'hidden';
        console.error(`${node.ownerPath()}.wxml image could not be loaded: ${node.data.src}`);
        node.emit('error', { errMsg: `GET ${node.data.src} failed` });
      });
      return {
        update(changed) {
          const { mode, src, lazyLoad, ariaLabel } = node.data;
          picture.style.objectFit = objectFit[mode] ?? 'none';
          picture.style.objectPosition = objectFit[mode] ? '' : mode;
          picture.loading = lazyLoad ? 'lazy' : 'eager';
          picture.alt = ariaLabel;
          if (!changed.has('src')) return;
          if (src) picture.src = assetUrl(src, node.ownerPath());
          else picture.removeAttribute('src');
        },
      };
    },
  };
}

/** `size` has no type, because an author may write a number or a length with a unit. */
const iconProperties = { type: '', size: null as number | string | null, color: '' };

export const icon: BuiltIn<typeof iconProperties> = {
  tag: 'icon',
  properties: iconProperties,
  create(node) {
    const { host } = node;
    return {
      update() {
        const { type, size, color } = node.data;
        const drawn = icons[type];
        const side = /^\d+(\.\d+)?rpx$/.test(String(size))
          ? `${parseFloat(String(size)) / 7.5}vw`
          : `${parseFloat(String(size ?? 23))}px`;
        host.innerHTML = drawn ? `<svg viewBox="0 0 24 24" aria-hidden="true">${drawn.shape}</svg>` : '';
        const picture = host.firstElementChild as SVGElement | null;
        if (picture) picture.style.cssText = `display:block;width:${side};height:${side}`;
        if (picture) picture.style.color = color || (drawn?.color ?? '');
      },
    };
  },
};

const progressProperties = {
  percent: 0,
  showInfo: false,
  borderRadius: null as unknown,
  fontSize: null as unknown,
  strokeWidth: 6,
  color: '#09BB07',
  activeColor: '#09BB07',
  backgroundColor: '#EBEBEB',
  active: false,
  activeMode: 'backwards',
  duration: 30,
};

export const progress: BuiltIn<typeof progressProperties> = {
  tag: 'progress',
  properties: progressProperties,
  create(node) {
    const filled = make('div');
    const track = make('div', { class: 'progress-track' }, filled);
    const info = make('span', { class: 'progress-info' });
    node.host.setAttribute('role', 'progressbar');
    node.host.append(track, info);
    return {
      update(changed) {
        const { percent, showInfo, strokeWidth, activeColor, backgroundColor } = node.data;
        const value = Math.max(0, Math.min(100, Number(percent) || 0));
        node.host.setAttribute('aria-valuenow', String(value));
        track.style.cssText = `height:${strokeWidth}px;background:${backgroundColor}`;
        filled.style.cssText = `height:100%;width:${value}%;background:${activeColor}`;
        info.textContent = showInfo ? `${value}%` : '';
        if (changed.has('percent')) node.emit('activeend', { curPercent: value });
      },
    };
  },
};
