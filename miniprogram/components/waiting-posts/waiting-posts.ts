import { waitingRows } from '../../presenters/publish/waiting-rows';
import type { WaitingRow } from '../../presenters/publish/waiting-rows';
import { campaignAtHand } from '../../services/campaign';
import { hasDraft, saveDraft } from '../../services/draft-store';
import { openForm } from '../../services/open-form';
import { onOutboxChange, sendWaiting, takeBack, waitingPosts } from '../../services/outbox';
import { say } from '../../facts/words/say';
import { inLanguage } from '../in-language';

type OfRow = WechatMiniprogram.TouchEvent<object, object, { token: string }>;

const unsubscribe = new WeakMap<object, () => void>();

/**
 * Posts that wait on this phone for a network, with buttons to send or to change them. Draws nothing when none wait.
 */
Component({
  behaviors: [inLanguage],
  data: {
    rows: [] as WaitingRow[],
    busy: false,
  },
  lifetimes: {
    attached() {
      unsubscribe.set(
        this,
        onOutboxChange(() => this.refresh()),
      );
      this.refresh();
    },
    detached() {
      unsubscribe.get(this)?.();
    },
  },
  methods: {
    refresh() {
      this.setData({ rows: waitingRows(waitingPosts(), campaignAtHand().catalogue) });
    },
    async sendTapped() {
      if (this.data.busy) return;
      this.setData({ busy: true });
      await sendWaiting();
      this.setData({ busy: false });
      if (this.data.rows.some(({ refusal }) => refusal === ''))
        void wx.showToast({ title: say('还是没有网络，有了就自动发出'), icon: 'none' });
      else this.triggerEvent('sent');
    },
    /** Puts the post back into the form. If another form was begun meanwhile, the user is asked before it is replaced. */
    async changeTapped(event: OfRow) {
      const { token } = event.currentTarget.dataset;
      const waiting = waitingPosts().find(({ draft }) => draft.clientToken === token);
      if (waiting === undefined) return;
      const { board, draft } = waiting;
      if (
        hasDraft(board) &&
        !(await confirmed(say('换成这一条？'), say('表单里没填完的内容会被换掉。'), say('换成这条')))
      )
        return;
      saveDraft(board, draft);
      takeBack(token);
      openForm(board);
    },
    async dropTapped(event: OfRow) {
      const { token } = event.currentTarget.dataset;
      if (await confirmed(say('不发了？'), say('这一条会从手机上删掉。'), say('不发了'))) takeBack(token);
    },
  },
});

async function confirmed(title: string, content: string, confirmText: string): Promise<boolean> {
  const { confirm } = await wx.showModal({ title, content, confirmText, cancelText: say('再想想') });
  return confirm;
}
