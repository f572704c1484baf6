import type { OpenedPost } from '../../../../../cloudfunctions/shared/contract/post';
import { toCallError } from '../../../../services/call-error';
import { campaignAtHand, loadCampaign } from '../../../../services/campaign';
import { call } from '../../../../services/cloud';
import { fontScale } from '../../../../services/font-scale';
import { correctedDraft } from '../../presenters/corrected-draft';

/** The note of a post that waits or was refused, to be put differently and sent again. */
Page({
  data: {
    scale: fontScale(),
    id: '',
    state: 'loading' as 'loading' | 'ready' | 'error',
    message: '',
    post: null as OpenedPost | null,
    note: '',
    maximum: 0,
    wrong: '',
    busy: false,
  },
  onLoad({ id = '' }: { id?: string }) {
    this.setData({ id, scale: fontScale() });
    void this.load();
  },
  async load() {
    this.setData({ state: 'loading' });
    try {
      const [post] = await Promise.all([call('posts', 'read', { id: this.data.id }), loadCampaign()]);
      const maximum = campaignAtHand().limits.noteCharacters;
      this.setData({ state: 'ready', post, note: post.note, maximum });
    } catch (thrown) {
      this.setData({ state: 'error', message: toCallError(thrown).message });
    }
  },
  noteChanged({ detail }: WechatMiniprogram.CustomEvent<{ note: string }>) {
    this.setData({ note: detail.note, wrong: '' });
  },
  async sent() {
    const { post, note, busy } = this.data;
    if (post === null || busy) return;
    this.setData({ busy: true, wrong: '' });
    try {
      await call('posts', 'correct', { id: post.id, draft: correctedDraft(post, note) });
      await wx.redirectTo({ url: `/packages/post/pages/post/post?id=${post.id}` });
    } catch (thrown) {
      this.setData({ wrong: toCallError(thrown).message });
    } finally {
      this.setData({ busy: false });
    }
  },
});
