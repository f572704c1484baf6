import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import type { Self } from '../../../cloudfunctions/shared/contract/identity-calls';
import { ownPosts } from '../../presenters/post/own-posts';
import type { OwnPost } from '../../presenters/post/own-posts';
import { selfText } from '../../presenters/person/self-text';
import { openBoard } from '../../services/boards-view';
import { toCallError } from '../../services/call-error';
import { loadCampaign } from '../../services/campaign';
import { call } from '../../services/cloud';
import { loadInterest } from '../../services/contacts';
import { fontScale } from '../../services/font-scale';
import { loadSelf } from '../../services/self';
import { rememberPosting, showWaiting } from '../../services/waiting-badge';

Page({
  data: {
    scale: fontScale(),
    state: 'loading' as 'loading' | 'ready' | 'error',
    message: '',
    name: '',
    standing: '',
    self: null as Self | null,
    /** Call-back requests that nobody has answered yet. */
    waiting: 0,
    open: [] as OwnPost[],
    ended: [] as OwnPost[],
  },
  onShow() {
    this.setData({ scale: fontScale() });
    void this.load();
  },
  async load() {
    try {
      const [self, mine, campaign, interest] = await Promise.all([
        loadSelf(),
        call('posts', 'mine', {}),
        loadCampaign(),
        // Without it the posts are shown all the same.
        loadInterest().catch(() => null),
      ]);
      const waiting = interest?.posts.reduce((sum, post) => sum + post.waiting, 0) ?? this.data.waiting;
      if (mine.posts.length > 0) rememberPosting();
      showWaiting(waiting);
      this.setData({
        state: 'ready',
        self,
        ...selfText(self),
        waiting,
        ...ownPosts(mine.posts, campaign.groups, mine.nowMs, interest?.posts ?? []),
      });
    } catch (thrown) {
      this.setData({ state: 'error', message: toCallError(thrown).message });
    }
  },
  retry() {
    this.setData({ state: 'loading' });
    void this.load();
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  postOpened(event: WechatMiniprogram.CustomEvent<object, object, { id: string }>) {
    void wx.navigateTo({ url: `/pages/post/post?id=${event.currentTarget.dataset.id}` });
  },
  /** The list is asked for again rather than patched: a closed post moves to the ended ones. */
  changed(_event: WechatMiniprogram.CustomEvent<{ post: OpenedPost }>) {
    void this.load();
  },
  boardsTapped() {
    openBoard('spare');
  },
});
