import type { Board } from '../../../cloudfunctions/shared/contract/board';
import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import type { Sort } from '../../../cloudfunctions/shared/contract/search-calls';
import { emptyFilter } from '../../model/board-filter';
import type { BoardFilter } from '../../model/board-filter';
import type { BoardPage, FoundPost } from '../../model/board-page';
import type { ChosenPlace } from '../../model/chosen-place';
import { filterSummary, scopesAround } from '../../presenters/board/board-filter';
import { boardsCard } from '../../presenters/share/share-words';
import { closingText } from '../../presenters/board/closing-text';
import { boardRows } from '../../presenters/board/board-rows';
import type { BoardRow } from '../../presenters/board/board-rows';
import { boardWords, farWords, publishText } from '../../presenters/board/board-words';
import { regionPlace } from '../../presenters/place/region-place';
import { measuredFrom } from '../../presenters/place/distance-words';
import { askAgainLater, refusalText, stopAsking } from '../../services/ask-again';
import { boardAtHand, loadBoardPage, postsNearby } from '../../services/board-pages';
import type { BoardQuery } from '../../services/board-pages';
import { takeRequestedBoard } from '../../services/boards-view';
import { toCallError } from '../../services/call-error';
import { campaignAtHand, closingAtHand, loadCampaign } from '../../services/campaign';
import { fontScale } from '../../services/font-scale';
import { isWithoutAnswer, staleSentence } from '../../services/kept-answers';
import { openForm } from '../../services/open-form';
import { pickPlace } from '../../services/pick-place';
import { choosePlace, chosenPlace, samePlace } from '../../services/place-store';
import { rememberListed } from '../../services/posts-at-hand';
import { refreshWaitingBadge } from '../../services/waiting-badge';
import { say, translated } from '../../facts/words/say';
import { speakOn } from '../../services/language';

/** Counts the requests, so that the answer to an outdated one is dropped. */
let request = 0;
let cursor: string | null = null;
let lastPost: FoundPost | undefined;

Page({
  data: {
    scale: fontScale(),
    board: 'spare' as Board,
    publishText: '',
    measuredFrom: '',
    place: null as ChosenPlace | null,
    sort: 'distance' as Sort,
    filter: emptyFilter,
    filterText: '',
    filterOpen: false,
    /** The sheet is made when it is first opened: most visits need none. */
    filterMade: false,
    scopes: [] as { code: string; name: string }[],
    campaign: null as Campaign | null,
    /** For the chips, which are there without a network. */
    listed: campaignAtHand(),
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error' | 'placeless',
    message: '',
    notice: '',
    staleText: '',
    closingText: '',
    rows: [] as BoardRow[],
    more: 'idle' as 'idle' | 'loading' | 'error' | 'end',
  },
  /** Moments opens the page itself, with the district of the board. */
  onLoad({ at = '', board }: { at?: string; board?: string }) {
    speakOn(this);
    const place = regionPlace(at);
    if (place === undefined) return;
    choosePlace(place);
    this.setData({ board: board === 'need' ? board : 'spare' });
  },
  onShow() {
    const { board = this.data.board, items } = takeRequestedBoard() ?? {};
    const place = chosenPlace();
    const stale = board !== this.data.board || items !== undefined || !samePlace(place, this.data.place);
    if (items !== undefined) this.setData({ filter: { ...emptyFilter, items } });
    this.setData({ scale: fontScale() });
    void refreshWaitingBadge();
    const { state, staleText } = this.data;
    if (stale || state === 'loading') this.show(board, place);
    else if (place !== null && (state === 'error' || staleText !== '')) void this.load(place);
  },
  onHide() {
    stopAsking(this);
  },
  show(board: Board, place: ChosenPlace | null) {
    const moved = !samePlace(place, this.data.place);
    const filter = moved ? { ...this.data.filter, within: '' } : this.data.filter;
    this.setData({ board, place, filter, measuredFrom: place === null ? '' : measuredFrom(place) });
    this.showPublishText();
    if (moved) this.setData({ scopes: place === null ? [] : scopesAround(place.place.adcode) });
    void this.reload();
  },
  async reload() {
    const { place } = this.data;
    stopAsking(this);
    if (place === null) {
      this.setData({ state: 'placeless' });
      return;
    }
    this.setData({ state: 'loading', rows: [], notice: '', more: 'idle', staleText: '' });
    const kept = boardAtHand(this.query(place));
    if (kept !== null) this.showFirst(kept.answer, campaignAtHand());
    // Only a new page leads on to the next one.
    cursor = null;
    await this.load(place);
  },
  query(place: ChosenPlace): BoardQuery {
    const { board, sort, filter } = this.data;
    return { board, place, sort, filter };
  },
  /** Loads the first page and replaces the shown rows. */
  async load(place: ChosenPlace) {
    const mine = ++request;
    const query = this.query(place);
    try {
      // Asked for at once, and again when the page names another version.
      void loadCampaign().catch(() => undefined);
      const page = await loadBoardPage(query, null);
      const campaign = await loadCampaign();
      if (mine !== request) return;
      stopAsking(this);
      this.setData({ staleText: '', closingText: closingText(closingAtHand(), Date.now()) });
      this.showFirst(page, campaign);
    } catch (thrown) {
      if (mine === request) this.failed(thrown, query);
    }
  },
  failed(thrown: unknown, query: BoardQuery) {
    const isLost = isWithoutAnswer(thrown);
    const own = isLost ? boardAtHand(query) : null;
    const kept = own ?? (isLost ? postsNearby(query) : null);
    if (kept !== null && own === null) {
      this.showFirst(kept.answer, campaignAtHand());
      cursor = null;
    }
    if (kept === null) this.setData({ state: 'error', message: refusalText(thrown) });
    else this.setData({ staleText: staleSentence(kept.atMs, thrown) });
    askAgainLater(this, thrown, () => void this.load(query.place));
  },
  /** Shows a first page and replaces the shown rows. */
  showFirst(page: BoardPage, campaign: Campaign) {
    const { board, sort, filter, place } = this.data;
    lastPost = undefined;
    this.setData({
      campaign,
      filterText: filterSummary(filter, campaign),
      rows: this.append(page, campaign),
      state: page.posts.length === 0 ? 'empty' : 'ready',
      message: translated(boardWords[board].empty),
      notice: sort === 'distance' && place !== null ? farWords(board, page.posts[0], place) : '',
      more: page.nextCursor === null ? 'end' : 'idle',
    });
  },
  append(page: BoardPage, campaign: Campaign): BoardRow[] {
    const rows = boardRows(page, this.data.sort, campaign.groups, lastPost, this.data.place?.place);
    lastPost = page.posts.at(-1) ?? lastPost;
    for (const post of page.posts) rememberListed(post, Date.now());
    cursor = page.nextCursor;
    return rows;
  },
  async loadMore() {
    const { place, campaign, state, more, rows } = this.data;
    const open = state === 'ready' && (more === 'idle' || more === 'error') && cursor !== null;
    if (!open || place === null || campaign === null) return;
    const mine = request;
    this.setData({ more: 'loading' });
    try {
      const page = await loadBoardPage(this.query(place), cursor);
      if (mine !== request) return;
      const added = this.append(page, campaign).map((row, index) => [`rows[${rows.length + index}]`, row]);
      this.setData({ ...Object.fromEntries(added), more: page.nextCursor === null ? 'end' : 'idle' });
    } catch (thrown) {
      if (mine === request) this.setData({ more: 'error', message: toCallError(thrown).message });
    }
  },
  onReachBottom() {
    void this.loadMore();
  },
  async onPullDownRefresh() {
    if (this.data.place !== null) await this.load(this.data.place);
    await wx.stopPullDownRefresh();
  },
  boardTapped(event: WechatMiniprogram.TouchEvent<object, object, { board: Board }>) {
    const { board } = event.currentTarget.dataset;
    if (board !== this.data.board) this.show(board, this.data.place);
  },
  async sortTapped() {
    const sorts: Sort[] = ['distance', 'time'];
    const chosen = await wx
      .showActionSheet({ itemList: [say('距离最近'), say('最新发布')] })
      .catch(() => null);
    const sort = chosen && sorts[chosen.tapIndex];
    if (!sort || sort === this.data.sort) return;
    this.setData({ sort });
    void this.reload();
  },
  placeTapped() {
    pickPlace('view', choosePlace);
  },
  /** The same posts, drawn where they are. */
  mapTapped() {
    const filter = encodeURIComponent(JSON.stringify(this.data.filter));
    void wx.navigateTo({ url: `/packages/find/pages/map/map?board=${this.data.board}&filter=${filter}` });
  },
  sendTapped() {
    const { board, place } = this.data;
    void wx.navigateTo({
      url: `/packages/share/pages/send/send?board=${board}&at=${place?.place.adcode ?? ''}`,
    });
  },
  filterTapped() {
    this.setData({ filterMade: true, filterOpen: true });
  },
  filterClosed() {
    this.setData({ filterOpen: false });
  },
  filterApplied(event: WechatMiniprogram.CustomEvent<{ filter: BoardFilter }>) {
    this.setData({ filterOpen: false, filter: event.detail.filter });
    this.showPublishText();
    void this.reload();
  },
  filterCleared() {
    this.setData({ filter: emptyFilter });
    this.showPublishText();
    void this.reload();
  },
  postOpened(event: WechatMiniprogram.CustomEvent<object, object, { id: string; distance: string }>) {
    const { id, distance } = event.currentTarget.dataset;
    void wx.navigateTo({
      url: `/packages/post/pages/post/post?id=${id}&band=${encodeURIComponent(distance)}`,
    });
  },
  /** A tap on a chip, or a search, shows that one medicine. */
  medicinePicked({ detail }: WechatMiniprogram.CustomEvent<{ code: string }>) {
    this.setData({ filter: { ...this.data.filter, items: [detail.code] } });
    this.showPublishText();
    void this.reload();
  },
  showPublishText() {
    const { board, filter, campaign } = this.data;
    this.setData({ publishText: publishText(board, filter.items, campaign ?? campaignAtHand()) });
  },
  /** The form begins with what was looked for here. */
  publishTapped() {
    const { board, filter } = this.data;
    openForm(board === 'need' ? 'spare' : 'need', filter.items);
  },
  onShareAppMessage(): { title: string; path: string } {
    const { place, board } = this.data;
    return boardsCard(board, place?.place.adcode);
  },
  onShareTimeline(): { title: string; query: string } {
    const { place, board } = this.data;
    const adcode = place?.place.adcode;
    return { title: boardsCard(board, adcode).title, query: `at=${adcode ?? ''}&board=${board}` };
  },
});
