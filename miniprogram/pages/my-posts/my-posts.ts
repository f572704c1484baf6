import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import type { Self } from '../../../cloudfunctions/shared/contract/identity-calls';
import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import { loadedPage } from '../../behaviors/loaded-page';
import type { Interest } from '../../model/contacts';
import { selfText } from '../../presenters/person/self-text';
import { ownPosts } from '../../presenters/post/own-posts';
import type { OwnPost } from '../../presenters/post/own-posts';
import { openBoard } from '../../services/boards-view';
import { campaignAtHand, loadCampaign } from '../../services/campaign';
import { call } from '../../services/cloud';
import { loadInterest } from '../../services/contacts';
import { keepAnswer, keptAnswer, serverClock } from '../../services/kept-answers';
import { loadSelf } from '../../services/self';
import { showWaitingNow } from '../../services/waiting-badge';
import type { Waiting } from '../../services/waiting-badge';

const key = 'own-posts';

/** The answers that the page is drawn from. */
interface Mine {
  self: Self;
  posts: OpenedPost[];
  interest: Interest[];
  nowMs: number;
}

const myPostsPage = loadedPage({
  initial: {
    name: '',
    statusText: '',
    self: null as Self | null,
    /** Call-back requests without an answer yet. */
    waiting: 0,
    /** News that was not read. */
    unread: 0,
    /** What waits in the rooms of volunteers and operators. */
    rooms: null as Waiting['rooms'],
    open: [] as OwnPost[],
    ended: [] as OwnPost[],
  },
  asks: 'show',
  async ask() {
    const [self, mine, campaign, interest, waiting] = await Promise.all([
      loadSelf(),
      call('posts', 'mine', {}),
      loadCampaign(),
      // The posts are shown even if this call fails.
      loadInterest().catch(() => null),
      showWaitingNow(),
    ]);
    const { nowMs, posts } = mine;
    const answer = keepAnswer<Mine>(key, { self, posts, interest: interest?.posts ?? [], nowMs });
    return {
      ...mineView(answer, campaign),
      ...(waiting && { waiting: waiting.callBacks, unread: waiting.unread, rooms: waiting.rooms }),
    };
  },
  atHand() {
    const kept = keptAnswer<Mine>(key);
    if (kept === null) return null;
    const answer = { ...kept.answer, nowMs: serverClock(kept) };
    return { atMs: kept.atMs, shown: mineView(answer, campaignAtHand()) };
  },
});

const mineView = ({ self, posts, interest, nowMs }: Mine, { groups }: Campaign) => ({
  state: 'ready' as const,
  self,
  ...selfText(self),
  ...ownPosts(posts, groups, nowMs, interest),
});

Component({
  behaviors: [myPostsPage],
  methods: {
    postOpened(event: WechatMiniprogram.CustomEvent<object, object, { id: string }>) {
      void wx.navigateTo({ url: `/packages/post/pages/post/post?id=${event.currentTarget.dataset.id}` });
    },
    /** The list is loaded again instead of patched, because a closed post moves to the ended ones. */
    changed(_event: WechatMiniprogram.CustomEvent<{ post: OpenedPost }>) {
      void this.load();
    },
    boardsTapped() {
      openBoard('spare');
    },
  },
});
