import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import type { OwnerAction } from '../../model/owner-action';
import { ownerButtons } from '../../presenters/post/owner-buttons';
import type { OwnerButton } from '../../presenters/post/owner-buttons';
import { questionText } from '../../presenters/post/question-text';
import { toCallError } from '../../services/call-error';
import { openEdit, publishAgain } from '../../services/open-form';
import { confirmAction, doneSentence, runAction } from '../../services/post-actions';
import { objectOf } from '../properties';
import { sayFailure } from '../../services/open-help';

/** An owner's actions on their post. Answers `changed` with the new post, or `stale` when the shown one is outdated. */
Component({
  properties: {
    post: objectOf<OpenedPost>(),
  },
  data: {
    buttons: [] as OwnerButton[],
    question: '',
    running: '' as OwnerAction | '',
  },
  observers: {
    post(post: OpenedPost | null) {
      this.setData({
        buttons: post === null ? [] : ownerButtons(post),
        question: post === null ? '' : questionText(post),
      });
    },
  },
  methods: {
    async buttonTapped(
      event: WechatMiniprogram.TouchEvent<object, object, { action: OwnerButton['action'] }>,
    ) {
      const { action } = event.currentTarget.dataset;
      const { post, running } = this.data;
      if (post === null || running !== '') return;
      if (action === 'edit')
        return openEdit(post, (changed) => this.triggerEvent('changed', { post: changed }));
      if (action === 'again') return publishAgain(post);
      if (!(await confirmAction(post, action))) return;
      this.setData({ running: action });
      try {
        const changed = await runAction(post, action);
        this.triggerEvent('changed', { post: changed });
        void wx.showToast({ title: doneSentence(changed, action), icon: 'success' });
      } catch (thrown) {
        const failure = toCallError(thrown);
        void sayFailure(failure);
        if (/^(post|gift)-/.test(failure.code)) this.triggerEvent('stale');
      } finally {
        this.setData({ running: '' });
      }
    },
  },
});
