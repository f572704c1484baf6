import type { Board } from '../../../../../cloudfunctions/shared/contract/board';
import type { Campaign } from '../../../../../cloudfunctions/shared/contract/campaign';
import type { LinkTarget } from '../../../../../cloudfunctions/shared/contract/share-calls';
import type { OpenedPost } from '../../../../../cloudfunctions/shared/contract/post';
import { interestText } from '../../../../presenters/post/interest-text';
import type { InterestText } from '../../../../presenters/post/interest-text';
import type { TemplateName } from '../../../../facts/news/message-templates';
import { messageWishes } from '../../../../presenters/post/message-wishes';
import { cellCircle } from '../../../../presenters/place/cell-circle';
import { contactWay } from '../../../../presenters/contact/contact-way';
import type { ContactWay } from '../../../../presenters/contact/contact-way';
import { fittingQuery, insteadText } from '../../../../presenters/post/other-posts';
import { postShareWords } from '../../../../presenters/share/share-words';
import type { ShareWords } from '../../../../presenters/share/share-words';
import { postDetail } from '../../../../presenters/post/post-detail';
import type { PostDetail } from '../../../../presenters/post/post-detail';
import { toCallError } from '../../../../services/call-error';
import { campaignAtHand, loadCampaign } from '../../../../services/campaign';
import { loadInterest } from '../../../../services/contacts';
import { beginForm } from '../../../../services/begin-form';
import { openBoard } from '../../../../services/boards-view';
import { call } from '../../../../services/cloud';
import { fontScale } from '../../../../services/font-scale';
import { openForm } from '../../../../services/open-form';
import { isWithoutAnswer, staleSentence } from '../../../../services/kept-answers';
import type { NearbyQuery } from '../../../../services/nearby-posts';
import { choosePlace, chosenPlace } from '../../../../services/place-store';
import { postAtHand, readPost } from '../../../../services/posts-at-hand';
import { loadSelfOrLast } from '../../../../services/self';
import { isSinglePage } from '../../../../services/single-page';
import { goVerify } from '../../../../services/verification-way';
import { say, translated } from '../../../../facts/words/say';
import { speakOn } from '../../../../services/language';

Page({
  data: {
    scale: fontScale(),
    id: '',
    bandText: '',
    /** Whether the post was just published; then the page says what happens next. */
    fresh: false,
    state: 'loading' as 'loading' | 'ready' | 'error',
    message: '',
    staleText: '',
    retry: true,
    post: null as OpenedPost | null,
    detail: null as PostDetail | null,
    disclaimer: '',
    /** The circle of its place; empty until the reader asks for the map. */
    circles: [] as object[],
    redFlags: [] as string[],
    way: 'none' as ContactWay,
    interest: null as InterestText | null,
    /** The messages that the owner may ask for. */
    wishes: [] as TemplateName[],
    sheetOpen: false,
    shareWords: null as ShareWords | null,
    linkTarget: null as LinkTarget | null,
    /** The picture for Moments. WeChat does not wait for it, so it is drawn as soon as the post has loaded. */
    squarePicture: '',
    /** Posts of the other board that may serve the one just published. */
    fits: null as NearbyQuery | null,
    fitsHeading: '',
    /** The board of a post that is gone; empty while there is a post. */
    goneBoard: '' as Board | '',
    /** Which posts are shown in place of one that is gone. */
    instead: null as NearbyQuery | null,
    insteadHeading: '',
    goneFrom: '',
  },
  onLoad(query: { id?: string; band?: string; fresh?: string }) {
    speakOn(this);
    const bandText = decodeURIComponent(query.band ?? '');
    this.setData({ id: query.id ?? '', bandText, fresh: query.fresh === '1', scale: fontScale() });
    void this.load();
  },
  async load() {
    const kept = postAtHand(this.data.id);
    if (this.data.post === null) this.setData({ state: 'loading' });
    if (this.data.post === null && kept !== null) this.draw(kept.answer, campaignAtHand());
    try {
      const [post] = await Promise.all([readPost(this.data.id), loadCampaign()]);
      this.setData({ staleText: '' });
      await this.show(post);
    } catch (thrown) {
      const { code, message, retry } = toCallError(thrown);
      if (isWithoutAnswer(thrown) && this.data.post !== null)
        this.setData({ staleText: staleSentence(kept?.atMs ?? Date.now(), thrown) });
      else {
        this.setData({ state: 'error', message, retry });
        if (code === 'post-closed' || code === 'not-found') await this.lookForOthers();
      }
    }
  },
  /**
   * A card or a poster outlives its post, so similar posts nearby are searched. Nothing is known of a post that was taken down or
   * erased; then whatever is near the reader's own place is shown.
   */
  async lookForOthers() {
    const ended = await call('share', 'endedPost', { id: this.data.id }).catch(() => null);
    const board = ended?.board ?? 'spare';
    const place = chosenPlace()?.place ?? ended?.place;
    this.setData({
      goneBoard: board,
      instead: place === undefined ? null : { board, items: ended?.items ?? [], place },
      insteadHeading: insteadText(board),
      goneFrom: ended?.regionLabel ?? '',
    });
  },
  askTapped() {
    const { instead, goneFrom } = this.data;
    if (instead === null) return openForm('need');
    const { items, place } = instead;
    const there = chosenPlace() ?? { kind: 'region', name: goneFrom, regionLabel: goneFrom, place };
    void beginForm('need', { items, place: there });
  },
  boardTapped() {
    const { instead, goneFrom, goneBoard } = this.data;
    if (instead !== null && chosenPlace() === null)
      choosePlace({ kind: 'region', name: goneFrom, regionLabel: goneFrom, place: instead.place });
    if (goneBoard !== '') openBoard(goneBoard);
  },
  draw(post: OpenedPost, campaign: Campaign) {
    const detail = postDetail(post, campaign, this.data.bandText, Date.now());
    this.setData({
      state: 'ready',
      post,
      detail,
      disclaimer: translated(campaign.disclaimer),
      redFlags: campaign.redFlags,
      shareWords: postShareWords(post),
      linkTarget: { kind: 'post', id: post.id },
      ...(this.data.fresh ? fittingQuery(post) : {}),
    });
  },
  async show(post: OpenedPost) {
    this.draw(post, await loadCampaign());
    void this.drawShared('square').then((squarePicture: string) => this.setData({ squarePicture }));
    const self = post.can.contact || post.mine || isSinglePage() ? null : await loadSelfOrLast();
    this.setData({ way: contactWay(post, self) });
    this.setData({ wishes: messageWishes(post) });
    if (post.mine) await this.showInterest(post);
  },
  /** The post is shown even without an answer. */
  async showInterest({ id, board }: OpenedPost) {
    const answer = await loadInterest().catch(() => null);
    const interest = answer?.posts.find(({ postId }) => postId === id);
    if (answer) this.setData({ interest: interestText(interest, board) });
  },
  changed(event: WechatMiniprogram.CustomEvent<{ post: OpenedPost }>) {
    this.setData({ fresh: false });
    void this.show(event.detail.post);
  },
  mapTapped() {
    const { post, circles } = this.data;
    if (post !== null)
      this.setData({ circles: circles.length > 0 ? [] : [cellCircle(post.board, post.publicPoint)] });
  },
  contactTapped() {
    if (this.data.way === 'contact') this.setData({ sheetOpen: true });
    else goVerify(() => void this.verified());
  },
  /** After verification the user continues with the contact. */
  async verified() {
    await this.load();
    this.setData({ sheetOpen: this.data.way === 'contact' });
  },
  sheetClosed() {
    this.setData({ sheetOpen: false });
  },
  async onPullDownRefresh() {
    await this.load();
    await wx.stopPullDownRefresh();
  },
  posterTapped() {
    void wx.navigateTo({ url: `/packages/share/pages/poster/poster?kind=post&id=${this.data.id}` });
  },
  onShareAppMessage() {
    const { shareWords, id } = this.data;
    const content = {
      title: shareWords?.title ?? say('{title}'),
      path: `/packages/post/pages/post/post?id=${id}`,
    };
    const drawn: Promise<string> = this.drawShared('card');
    return {
      ...content,
      promise: drawn.then((imageUrl) => (imageUrl === '' ? content : { ...content, imageUrl })),
    };
  },
  onShareTimeline() {
    const { shareWords, id, squarePicture: imageUrl } = this.data;
    return {
      title: shareWords?.title ?? say('{title}'),
      query: `id=${id}`,
      ...(imageUrl === '' ? {} : { imageUrl }),
    };
  },
  /** The file of the picture; '' where none can be drawn, and WeChat then uses a screenshot. */
  async drawShared(shape: 'card' | 'square'): Promise<string> {
    const picture = this.selectComponent('#share-picture') as {
      draw?(shape: 'card' | 'square'): Promise<string>;
    } | null;
    return (await picture?.draw?.(shape).catch(() => '')) ?? '';
  },
});
