import type { Board } from '../../../../../cloudfunctions/shared/contract/board';
import { say } from '../../../../facts/words/say';
import { emptyFilter } from '../../../../model/board-filter';
import type { BoardFilter } from '../../../../model/board-filter';
import type { BoardPage } from '../../../../model/board-page';
import type { ChosenPlace } from '../../../../model/chosen-place';
import { boardRows } from '../../../../presenters/board/board-rows';
import type { BoardRow } from '../../../../presenters/board/board-rows';
import { filterSummary } from '../../../../presenters/board/board-filter';
import { askAgainLater, refusalText, stopAsking } from '../../../../services/ask-again';
import { campaignAtHand } from '../../../../services/campaign';
import { fontScale } from '../../../../services/font-scale';
import { speakOn } from '../../../../services/language';
import { chosenPlace } from '../../../../services/place-store';
import { rememberListed } from '../../../../services/posts-at-hand';
import { cellsOf, clustersAt, openingScale } from '../../presenters/map-clusters';
import type { MapCluster } from '../../presenters/map-clusters';
import { mapView, placeMarker } from '../../presenters/map-view';
import type { MapView } from '../../presenters/map-view';
import { loadMapPosts, postsOnMap } from '../../services/map-posts';

/** Kept apart from the page's data: the map needs only circles and counts. */
let found: BoardPage | undefined;
let clusters: MapCluster[] = [];

/** The posts of a board on a map, as circles that are as coarse as what is known of their places. */
Page({
  data: {
    scale: fontScale(),
    board: 'spare' as Board,
    filter: emptyFilter,
    filterText: '',
    place: null as ChosenPlace | null,
    state: 'loading' as 'loading' | 'ready' | 'empty' | 'error',
    message: '',
    mapScale: 12,
    view: null as MapView | null,
    countText: '',
    rows: [] as BoardRow[],
  },
  onLoad(query: { board?: string; filter?: string }) {
    speakOn(this);
    const board: Board = query.board === 'need' ? 'need' : 'spare';
    const filter: BoardFilter = query.filter
      ? (JSON.parse(decodeURIComponent(query.filter)) as BoardFilter)
      : emptyFilter;
    const filterText = filterSummary(filter, campaignAtHand());
    this.setData({ board, filter, filterText, place: chosenPlace(), scale: fontScale() });
    void wx.setNavigationBarTitle({ title: board === 'spare' ? say('{whoHas}') : say('{whoNeeds}') });
    void this.load();
  },
  onShow() {
    if (this.data.state === 'error') void this.load();
  },
  onHide() {
    stopAsking(this);
  },
  onUnload() {
    stopAsking(this);
  },
  async load() {
    const { board, filter, place } = this.data;
    if (place === null) return void wx.navigateBack();
    this.setData({ state: 'loading', rows: [] });
    try {
      found = await loadMapPosts(board, place, filter);
      stopAsking(this);
      for (const post of found.posts) rememberListed(post, Date.now());
      const mapScale = openingScale(place.place.point, found.posts);
      this.setData({
        state: found.posts.length === 0 ? 'empty' : 'ready',
        message: say('没有符合的信息。'),
        mapScale,
        countText: found.nextCursor === null ? '' : say`只画了最近的 ${postsOnMap} 条。`,
      });
      this.draw(mapScale);
    } catch (thrown) {
      this.setData({ state: 'error', message: refusalText(thrown) });
      askAgainLater(this, thrown, () => void this.load());
    }
  },
  draw(scale: number) {
    const { board, place } = this.data;
    if (found === undefined || place === null) return;
    const cells = cellsOf(found.posts);
    clusters = clustersAt(cells, scale);
    this.setData({ view: mapView(board, cells, clusters, place) });
  },
  moved({ detail }: WechatMiniprogram.CustomEvent<{ scale?: number }>) {
    if (detail.scale !== undefined) this.draw(detail.scale);
  },
  markerTapped({ detail: { markerId } }: WechatMiniprogram.CustomEvent<{ markerId: number }>) {
    const { place } = this.data;
    const cluster = markerId === placeMarker ? undefined : clusters[markerId];
    if (cluster === undefined || found === undefined || place === null) return;
    const page = { ...found, posts: cluster.posts };
    this.setData({ rows: boardRows(page, 'distance', campaignAtHand().groups, undefined, place.place) });
  },
  postOpened(event: WechatMiniprogram.CustomEvent<object, object, { id: string; distance: string }>) {
    const { id, distance } = event.currentTarget.dataset;
    void wx.navigateTo({
      url: `/packages/post/pages/post/post?id=${id}&band=${encodeURIComponent(distance)}`,
    });
  },
});
