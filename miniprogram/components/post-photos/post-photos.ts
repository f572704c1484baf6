import type { ShownPhoto } from '../../../cloudfunctions/shared/contract/photo';
import { listOf } from '../properties';
import { inLanguage } from '../in-language';

/** Photos of a post's box. `count`: how many there are for members, said to a guest, who sees none. */
Component({
  behaviors: [inLanguage],
  properties: {
    photos: listOf<ShownPhoto>(),
    count: { type: Number, value: 0 },
  },
  methods: {
    photoTapped({ currentTarget }: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      const urls = this.data.photos.flatMap(({ url }) => (url === '' ? [] : [url]));
      void wx.previewImage({ urls, current: currentTarget.dataset.url });
    },
  },
});
