import type { ShareTarget } from '../../../../../cloudfunctions/shared/contract/share-calls';
import { toCallError } from '../../../../services/call-error';
import { fontScale } from '../../../../services/font-scale';
import { savePicture } from '../../../../services/save-picture';
import { goVerify, lacksVerification } from '../../../../services/verification-way';
import { drawPoster } from '../../services/draw-poster';
import { loadPosterSource } from '../../services/poster-source';
import { say } from '../../../../facts/words/say';
import { speakOn } from '../../../../services/language';

/** A poster with the code of a post or of a place, to keep in the album and to print. */
Page({
  data: {
    scale: fontScale(),
    target: null as ShareTarget | null,
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    message: '',
    retry: true,
    picture: '',
    /** What the reader of a link to the place sees before it. */
    linkText: '',
    saving: false,
    saved: false,
  },
  onLoad({ kind, id = '' }: { kind?: string; id?: string }) {
    speakOn(this);
    this.setData({ target: { kind: kind === 'place' ? 'place' : 'post', id }, scale: fontScale() });
    void this.draw();
  },
  async draw() {
    const { target } = this.data;
    if (target === null) return;
    this.setData({ state: 'loading' });
    try {
      const { words, code, linkText } = await loadPosterSource(target);
      this.setData({ linkText, picture: await drawPoster(this, words, code), state: 'ready' });
    } catch (thrown) {
      const { code, message, retry } = toCallError(thrown);
      if (lacksVerification(code))
        this.setData({ state: 'empty', message: say('做海报要先实名，免得有人乱贴。') });
      else this.setData({ state: 'error', message, retry });
    }
  },
  verifyTapped() {
    goVerify(() => void this.draw());
  },
  pictureTapped() {
    void wx.previewImage({ urls: [this.data.picture] });
  },
  async saveTapped() {
    this.setData({ saving: true });
    const saved = await savePicture(this.data.picture);
    this.setData({ saving: false, saved });
  },
});
