import type { Draft, DraftBoard, PlacedDraft } from '../../../model/draft';
import { draftGaps } from '../presenters/draft-gaps';
import { twinOf } from '../presenters/own-open-posts';
import { errorsOfFailure } from '../presenters/field-errors';
import { toCallError } from '../../../services/call-error';
import type { CallError } from '../../../services/call-error';
import { clearDraft } from '../../../services/draft-store';
import { isWithoutAnswer } from '../../../services/kept-answers';
import { queuePost } from '../../../services/outbox';
import { publishPost } from '../../../services/publish-post';
import { goVerify } from '../../../services/verification-way';
import { correctPost } from '../services/correct-post';
import { draftFields } from './draft-fields';
import { listed, say, translated } from '../../../facts/words/say';

/**
 * What a publish page of either board has in common: the form, and what its buttons do. The page's own WXML decides what is
 * asked.
 */
export const publishForm = (board: DraftBoard) =>
  Behavior({
    behaviors: [draftFields(board)],
    data: {
      busy: false,
      /** The user went to be verified with a form that is complete: it is published once they are back. */
      publishesOnShow: false,
    },
    pageLifetimes: {
      show() {
        if (!this.data.publishesOnShow) return;
        this.setData({ publishesOnShow: false });
        void this.publishTapped();
      },
    },
    methods: {
      verifyTapped() {
        goVerify(() => void this.load());
      },
      ownPostsTapped() {
        void wx.switchTab({ url: '/pages/my-posts/my-posts' });
      },
      async publishTapped() {
        const { draft, campaign, busy } = this.data;
        if (draft === null || campaign === null || busy) return;
        const gaps = draftGaps(board, draft, campaign.catalogue);
        if (draft.place === null || Object.keys(gaps).length > 0) this.showErrors(gaps);
        else if (this.data.barred) this.verifyFirst();
        else if (await this.isNoTwin(draft)) await this.publish({ ...draft, place: draft.place });
      },
      /** Nothing is typed twice: the form stays as it is, and is published when the user comes back verified. */
      verifyFirst() {
        goVerify(() => this.setData({ barred: false, publishesOnShow: true }));
      },
      /** Points out an open post of the same kind. Answers whether to publish nevertheless. */
      async isNoTwin(draft: Draft) {
        const twin = this.data.edited === null ? twinOf(draft, this.data.open) : undefined;
        if (twin === undefined) return true;
        const { confirm } = await wx.showModal({
          title: say('您已经发过一条'),
          content: say`“${listed(twin.items.map(({ name }) => translated(name)))}”那一条还在。写错了可以修改它，不用再发。`,
          confirmText: say('再发一条'),
          cancelText: say('看那一条'),
        });
        if (!confirm) void wx.navigateTo({ url: `/packages/post/pages/post/post?id=${twin.id}` });
        return confirm;
      },
      async publish(draft: PlacedDraft) {
        this.setData({ busy: true });
        const { edited } = this.data;
        try {
          if (edited !== null) {
            const corrected = await correctPost(edited, draft);
            this.getOpenerEventChannel().emit?.('changed', corrected);
            const title = corrected.status === 'published' ? say('已修改') : say('改好了，等人看');
            void wx.showToast({ title, icon: 'success' });
            return void (await wx.navigateBack());
          }
          const { id } = await publishPost(board, draft);
          await wx.redirectTo({ url: `/packages/post/pages/post/post?id=${id}&fresh=1` });
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
          title: say('没有发出去'),
          content: say`${failure.message}填写的内容都还在。${waits ? say('点“自动补发”，一通就替您发出。') : ''}`,
          confirmText: say('重试'),
          cancelText: waits ? say('自动补发') : say('稍后再发'),
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
