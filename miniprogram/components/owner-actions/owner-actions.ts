import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import type { OwnerAction } from '../../model/owner-action';
import { ownerButtons } from '../../presenters/post/owner-buttons';
import type { OwnerButton } from '../../presenters/post/owner-buttons';
import { toCallError } from '../../services/call-error';
import { confirmAction, doneSentence, runAction } from '../../services/post-actions';

/** What the owner may do with a post. Answers `changed` with the post as it then is, `stale` when it is not as shown. */
Component({
  properties: {
    /** OpenedPost. */
    post: { type: Object, value: {} },
  },
  data: {
    buttons: [] as OwnerButton[],
    running: '' as OwnerAction | '',
  },
  observers: {
    post(post: OpenedPost) {
      this.setData({ buttons: ownerButtons(post) });
    },
  },
  methods: {
    async buttonTapped(event: WechatMiniprogram.TouchEvent<object, object, { action: OwnerAction }>) {
      const { action } = event.currentTarget.dataset;
      const post = this.data.post as OpenedPost;
      if (this.data.running !== '' || !(await confirmAction(post, action))) return;
      this.setData({ running: action });
      try {
        const changed = await runAction(post, action);
        this.triggerEvent('changed', { post: changed });
        void wx.showToast({ title: doneSentence(changed, action), icon: 'success' });
      } catch (thrown) {
        const failure = toCallError(thrown);
        void wx.showModal({ title: '没有成功', content: failure.message, showCancel: false });
        if (failure.code === 'post-changed' || failure.code === 'post-closed') this.triggerEvent('stale');
      } finally {
        this.setData({ running: '' });
      }
    },
  },
});
