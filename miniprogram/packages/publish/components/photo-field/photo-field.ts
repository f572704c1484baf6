import { draftPhotos, keepDraftPhotos } from '../../../../services/draft-photos';
import { redrawPhoto } from '../../services/redraw-photo';
import { say } from '../../../../facts/words/say';
import { inLanguage } from '../../../../components/in-language';

const most = 2;

/** Photos of a form, `token`; drawn again before they are kept. Answers `change`. */
Component({
  behaviors: [inLanguage],
  properties: {
    token: { type: String, value: '' },
  },
  data: {
    photos: [] as readonly string[],
    most,
    busy: false,
  },
  observers: {
    token(token: string) {
      this.setData({ photos: draftPhotos(token) });
    },
  },
  methods: {
    async addTapped() {
      if (this.data.busy) return;
      const count = most - this.data.photos.length;
      const chosen = await wx
        .chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] })
        .catch(() => null);
      // Null when the user closed the picker without a choice.
      if (chosen === null) return;
      this.setData({ busy: true });
      try {
        // One after another, because all are drawn on one canvas.
        for (const { tempFilePath } of chosen.tempFiles.slice(0, count))
          this.keep([...this.data.photos, await redrawPhoto(this, tempFilePath)]);
      } catch {
        void wx.showToast({ title: say('这张照片打不开，请换一张'), icon: 'none' });
      } finally {
        this.setData({ busy: false });
      }
    },
    removeTapped({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { path: string }>) {
      const { path } = currentTarget.dataset;
      this.keep(this.data.photos.filter((each) => each !== path));
    },
    photoTapped({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { path: string }>) {
      void wx.previewImage({ urls: [...this.data.photos], current: currentTarget.dataset.path });
    },
    keep(photos: readonly string[]) {
      keepDraftPhotos(this.data.token, photos);
      this.setData({ photos });
      this.triggerEvent('change');
    },
  },
});
