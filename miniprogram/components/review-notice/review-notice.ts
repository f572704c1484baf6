import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import { reviewText } from '../../presenters/post/review-text';
import type { ReviewText } from '../../presenters/post/review-text';
import { toCallError } from '../../services/call-error';
import { call } from '../../services/cloud';
import { openEdit } from '../../services/open-form';
import { objectOf } from '../properties';
import { inLanguage } from '../in-language';

/** Tells owners why their post waits, is hidden or was refused, and lets them correct or appeal. Answers `appealed`, and `changed` with the corrected post. */
Component({
  behaviors: [inLanguage],
  properties: {
    post: objectOf<OpenedPost>(),
  },
  data: {
    text: null as ReviewText | null,
    open: false,
    words: '',
    wrong: '',
    busy: false,
  },
  observers: {
    post(post: OpenedPost | null) {
      this.setData({ text: post === null ? null : reviewText(post, Date.now()) });
    },
  },
  methods: {
    correctTapped() {
      const { post } = this.data;
      if (post !== null) openEdit(post, (changed) => this.triggerEvent('changed', { post: changed }));
    },
    appealTapped() {
      this.setData({ open: true, wrong: '' });
    },
    closed() {
      this.setData({ open: false });
    },
    typed({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
      this.setData({ words: detail.value });
    },
    async sent() {
      const { post, words, busy } = this.data;
      if (post === null || busy) return;
      this.setData({ busy: true });
      try {
        await call('moderation', 'appeal', { postId: post.id, text: words });
        this.setData({ open: false });
        this.triggerEvent('appealed');
      } catch (thrown) {
        this.setData({ wrong: toCallError(thrown).message });
      } finally {
        this.setData({ busy: false });
      }
    },
  },
});
