import { toCallError } from '../../services/call-error';
import { fontScale } from '../../services/font-scale';
import { openRegion, openScene } from '../../services/scenes';
import { speakOn } from '../../services/language';

/** The entrance for scanned codes and shared boards: it opens the post, or the boards of the place, at once. */
Page({
  data: {
    scale: fontScale(),
    scene: '',
    state: 'loading' as 'loading' | 'error',
    message: '',
    retry: true,
  },
  onLoad(query: { scene?: string; at?: string; board?: string }) {
    speakOn(this);
    this.setData({ scene: decoded(query.scene ?? ''), scale: fontScale() });
    if (query.at === undefined) void this.go();
    else void openRegion(query.at, query.board === 'need' ? 'need' : 'spare');
  },
  async go() {
    this.setData({ state: 'loading' });
    try {
      await openScene(this.data.scene);
    } catch (thrown) {
      const { message, retry } = toCallError(thrown);
      this.setData({ state: 'error', message, retry });
    }
  },
  homeTapped() {
    void wx.switchTab({ url: '/pages/home/home' });
  },
});

/** The scene as the code holds it. A damaged one stays as it is, for the service to refuse. */
function decoded(scene: string): string {
  try {
    return decodeURIComponent(scene);
  } catch {
    return scene;
  }
}
