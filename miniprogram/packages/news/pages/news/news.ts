import { loadedPage } from '../../../../behaviors/loaded-page';
import { call } from '../../../../services/cloud';
import { keepAnswer, keptAnswer, serverClock } from '../../../../services/kept-answers';
import { showWaitingNow } from '../../../../services/waiting-badge';
import type { News } from '../../model/news';
import { newsRow } from '../../presenters/news-rows';
import type { NewsRow } from '../../presenters/news-rows';
import { say } from '../../../../facts/words/say';

const key = 'news';

const newsPage = loadedPage({
  initial: { rows: [] as NewsRow[] },
  asks: 'show',
  async ask() {
    const answer = keepAnswer<News>(key, await call('news', 'mine', {}));
    void markRead(answer);
    return newsView(answer);
  },
  atHand() {
    const kept = keptAnswer<News>(key);
    return kept && { atMs: kept.atMs, shown: newsView({ ...kept.answer, nowMs: serverClock(kept) }) };
  },
});

const newsView = ({ news, nowMs }: News) => ({
  state: news.length === 0 ? ('empty' as const) : ('ready' as const),
  message: say('还没有消息。有人联系您、审核有了结果，都会出现在这里。'),
  rows: news.map((each) => newsRow(each, nowMs)),
});

/** What is shown counts as read. Without a network it stays unread, and is shown again. */
async function markRead({ news }: News): Promise<void> {
  const ids = news.filter(({ isRead }) => !isRead).map(({ id }) => id);
  if (ids.length > 0) await call('news', 'markRead', { ids }).catch(() => undefined);
  await showWaitingNow();
}

Component({
  behaviors: [newsPage],
  methods: {
    rowTapped(event: WechatMiniprogram.TouchEvent<object, object, { url: string }>) {
      void wx.navigateTo({ url: event.currentTarget.dataset.url });
    },
  },
});
