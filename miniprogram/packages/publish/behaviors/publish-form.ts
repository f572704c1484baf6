import type { DraftBoard, PlacedDraft } from '../../../model/draft';
import { draftGaps } from '../presenters/draft-gaps';
import { errorsOfFailure } from '../presenters/field-errors';
import { openBoard } from '../../../services/boards-view';
import { toCallError } from '../../../services/call-error';
import type { CallError } from '../../../services/call-error';
import { clearDraft } from '../../../services/draft-store';
import { isWithoutAnswer } from '../../../services/kept-answers';
import { queuePost } from '../../../services/outbox';
import { publishPost } from '../../../services/publish-post';
import { goVerify } from '../../../services/verification-way';
import { correctPost } from '../services/correct-post';
import { draftFields } from './draft-fields';

/**
 * What a publish page of either board has in common: the form, and what its buttons do. The page's own WXML decides what is
 * asked.
 */
export const publishForm = (board: DraftBoard) =>
  Behavior({
    behaviors: [draftFields(board)],
    data: {
      busy: false,
    },
    methods: {
      verifyTapped() {
        goVerify(() => void this.load());
      },
      otherBoardTapped() {
        openBoard(board === 'need' ? 'spare' : 'need');
      },
      async publishTapped() {
        const { draft, campaign, busy } = this.data;
        if (draft === null || campaign === null || busy) return;
        const gaps = draftGaps(board, draft, campaign.catalogue);
        if (draft.place === null || Object.keys(gaps).length > 0) this.showErrors(gaps);
        else await this.publish({ ...draft, place: draft.place });
      },
      async publish(draft: PlacedDraft) {
        this.setData({ busy: true });
        const { edited } = this.data;
        try {
          if (edited !== null) {
            this.getOpenerEventChannel().emit?.('changed', await correctPost(edited, draft));
            void wx.showToast({ title: '已修改', icon: 'success' });
            return void (await wx.navigateBack());
          }
          const { id } = await publishPost(board, draft);
          await wx.redirectTo({ url: `/pages/post/post?id=${id}&fresh=1` });
        } catch (thrown) {
          await this.publishFailed(toCallError(thrown), draft);
        } finally {
          this.setData({ busy: false });
        }
      },
      async publishFailed(failure: CallError, draft: PlacedDraft) {
        if (!failure.retry) {
          this.showErrors(errorsOfFailure(failure));
          return;
        }
        const waits = isWithoutAnswer(failure) && this.data.edited === null;
        const { confirm } = await wx.showModal({
          title: '没有发出去',
          content: `${failure.message}填写的内容都还在。${waits ? '点“自动补发”，有网络就替您发出。' : ''}`,
          confirmText: '重试',
          cancelText: waits ? '自动补发' : '稍后再发',
        });
        if (confirm) await this.publish(draft);
        else if (waits) this.leaveWaiting(draft);
      },
      /** The form waits in 我的, where it can be seen and taken back. */
      leaveWaiting(draft: PlacedDraft) {
        queuePost(board, draft);
        clearDraft(board, draft.clientToken);
        void wx.switchTab({ url: '/pages/my-posts/my-posts' });
      },
    },
  });
