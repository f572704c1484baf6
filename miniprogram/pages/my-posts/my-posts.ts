import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import type { Self } from '../../../cloudfunctions/shared/contract/identity-calls';
import { loadedPage } from '../../behaviors/loaded-page';
import { selfText } from '../../presenters/person/self-text';
import { ownPosts } from '../../presenters/post/own-posts';
import type { OwnPost } from '../../presenters/post/own-posts';
import { openBoard } from '../../services/boards-view';
import { loadCampaign } from '../../services/campaign';
import { call } from '../../services/cloud';
import { loadInterest } from '../../services/contacts';
import { loadSelf } from '../../services/self';
import { rememberPosting, showWaiting } from '../../services/waiting-badge';

const myPostsPage = loadedPage({
  initial: {
    name: '',
    statusText: '',
    self: null as Self | null,
    /** Call-back requests without an answer yet. */
    waiting: 0,
    open: [] as OwnPost[],
    ended: [] as OwnPost[],
  },
  asks: 'show',
  async ask() {
    const [self, mine, campaign, interest] = await Promise.all([
      loadSelf(),
      call('posts', 'mine', {}),
      loadCampaign(),
      // The posts are shown even without it.
      loadInterest().catch(() => null),
    ]);
    if (mine.posts.length > 0) rememberPosting();
    return {
      state: 'ready',
      self,
      ...selfText(self),
      ...(interest === null ? {} : { waiting: counted(interest.posts) }),
      ...ownPosts(mine.posts, campaign.groups, mine.nowMs, interest?.posts ?? []),
    };
  },
});

/** Counts the people that wait, and shows the count in the tab bar. */
function counted(interest: readonly { waiting: number }[]): number {
  const count = interest.reduce((sum, { waiting }) => sum + waiting, 0);
  showWaiting(count);
  return count;
}

Component({
  behaviors: [myPostsPage],
  methods: {
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
  },
});
