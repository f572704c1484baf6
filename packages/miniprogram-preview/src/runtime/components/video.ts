import { assetUrl, make } from '../chrome/dom';
import type { BuiltIn } from './define';

const properties = {
  src: '',
  poster: '',
  autoplay: false,
  loop: false,
  muted: false,
  controls: true,
  objectFit: 'contain',
  initialTime: 0,
};

/** The player of a `<video>`, for `wx.createVideoContext`. */
export const players = new WeakMap<Element, HTMLVideoElement>();

/** The browser's own player. Videos of the internet stay dark, because no request leaves this machine. */
export const video: BuiltIn<typeof properties> = {
  tag: 'video',
  properties,
  create(node) {
    const player = make('video', { playsinline: '' });
    player.style.cssText = 'width:100%;height:100%;background:#000';
    node.host.style.cssText = 'display:inline-block;width:300px;height:225px';
    node.host.append(player);
    players.set(node.host, player);
    for (const name of ['play', 'pause', 'ended', 'waiting'] as const)
      player.addEventListener(name, () => node.emit(name));
    player.addEventListener('timeupdate', () => {
      const { currentTime, duration } = player;
      node.emit('timeupdate', { currentTime, duration });
    });
    player.addEventListener('loadedmetadata', () => {
      const { videoWidth: width, videoHeight: height, duration } = player;
      player.currentTime = node.data.initialTime;
      node.emit('loadedmetadata', { width, height, duration });
    });
    player.addEventListener('error', () => node.emit('error', { errMsg: `GET ${node.data.src} failed` }));
    return {
      update(changed) {
        const { src, poster, autoplay, loop, muted, controls, objectFit } = node.data;
        Object.assign(player, { autoplay, loop, muted, controls });
        player.style.objectFit = objectFit;
        if (changed.has('poster')) player.poster = poster ? assetUrl(poster, node.ownerPath()) : '';
        if (!changed.has('src')) return;
        if (src) player.src = assetUrl(src, node.ownerPath());
        else player.removeAttribute('src');
      },
    };
  },
};
