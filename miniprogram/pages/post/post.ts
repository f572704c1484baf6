import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import { postDetail } from '../../presenters/post-detail';
import type { PostDetail } from '../../presenters/post-detail';
import { toCallError } from '../../services/call-error';
import { loadCampaign } from '../../services/campaign';
import { call } from '../../services/cloud';
import { fontScale } from '../../services/font-scale';

Page({
  data: {
    scale: fontScale(),
    id: '',
    bandText: '',
    /** Just published: the page says what happens next. */
    fresh: false,
    state: 'loading' as 'loading' | 'ready' | 'error',
    message: '',
    retry: true,
    post: null as OpenedPost | null,
    detail: null as PostDetail | null,
    disclaimer: '',
  },
  onLoad(query: { id?: string; band?: string; fresh?: string }) {
    const bandText = decodeURIComponent(query.band ?? '');
    this.setData({ id: query.id ?? '', bandText, fresh: query.fresh === '1', scale: fontScale() });
    void this.load();
  },
  async load() {
    if (this.data.post === null) this.setData({ state: 'loading' });
    try {
      const [post] = await Promise.all([call('posts', 'read', { id: this.data.id }), loadCampaign()]);
      await this.show(post);
    } catch (thrown) {
      const { message, retry } = toCallError(thrown);
      this.setData({ state: 'error', message, retry });
    }
  },
  async show(post: OpenedPost) {
    const campaign = await loadCampaign();
    const detail = postDetail(post, campaign, this.data.bandText, Date.now());
    this.setData({ state: 'ready', post, detail, disclaimer: campaign.disclaimer });
  },
  changed(event: WechatMiniprogram.CustomEvent<{ post: OpenedPost }>) {
    this.setData({ fresh: false });
    void this.show(event.detail.post);
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  onShareAppMessage() {
    const { post, detail, id } = this.data;
    const what = detail?.items.map(({ text }) => text).join('、') ?? '';
    const title = post?.board === 'spare' ? `有多的药:${what}` : `急需:${what}`;
    return { title, path: `/pages/post/post?id=${id}` };
  },
});
