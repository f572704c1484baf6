import { players } from '../components/video';

type Player = (use: (player: HTMLVideoElement) => unknown) => void;

/** Controls the `<video>` of an id on the page; without one nothing happens, as on a phone. */
export function createVideoContext(id: string): object {
  const withPlayer: Player = (use) => {
    for (const element of document.querySelectorAll(`#pages [wx-id=${JSON.stringify(id)}]`)) {
      const player = players.get(element);
      if (player) void Promise.resolve(use(player)).catch(() => undefined);
    }
  };
  return {
    play: () => withPlayer((player) => player.play()),
    pause: () => withPlayer((player) => player.pause()),
    stop: () =>
      withPlayer((player) => {
        player.pause();
        player.currentTime = 0;
      }),
    seek: (position: number) => withPlayer((player) => (player.currentTime = position)),
    playbackRate: (rate: number) => withPlayer((player) => (player.playbackRate = rate)),
    requestFullScreen: () => withPlayer((player) => player.requestFullscreen()),
    exitFullScreen: () => withPlayer(() => document.exitFullscreen()),
    sendDanmu: () => undefined,
    showStatusBar: () => undefined,
    hideStatusBar: () => undefined,
  };
}
