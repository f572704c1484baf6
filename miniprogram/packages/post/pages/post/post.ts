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
import { askAgainLater, refusalText, stopAsking } from '../../../../services/ask-again';
import { toCallError } from '../../../../services/call-error';
import { campaignAtHand, loadCampaign } from '../../../../services/campaign';
import { loadInterest } from '../../../../services/contacts';
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
import { errorTable } from '../../../../facts/errors';
import { readCard, wordsOfCard } from '../../presenters/card-words';
import type { GonePost } from '../../presenters/card-words';

/** The post does not exist for this reader; `invalid-input` answers a link that lost its end. */
const goneCodes: ReadonlySet<string> = new Set(['post-closed', 'not-found', 'invalid-input']);

Page({
  data: {
    scale: fontScale(),
    id: '',
    bandText: '',
    /** What the card said that was opened; empty for other ways here. */
    card: '',
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
  onLoad(query: { id?: string; band?: string; fresh?: string; card?: string }) {
    speakOn(this);
    const { id = '', fresh, card = '' } = query;
    const bandText = decodeURIComponent(query.band ?? '');
    this.setData({ id, bandText, card, fresh: fresh === '1', scale: fontScale() });
    void this.load();
  },
  onShow() {
    const { state, staleText, retry } = this.data;
    if ((state === 'error' && retry) || staleText !== '') void this.load();
  },
  onHide() {
    stopAsking(this);
  },
  onUnload() {
    stopAsking(this);
  },
  async load() {
    const kept = postAtHand(this.data.id);
    if (this.data.post === null) this.setData({ state: 'loading' });
    if (this.data.post === null && kept !== null) this.draw(kept.answer, campaignAtHand());
    try {
      const [post] = await Promise.all([readPost(this.data.id), loadCampaign()]);
      stopAsking(this);
      this.setData({ staleText: '' });
      await this.show(post);
    } catch (thrown) {
      askAgainLater(this, thrown, () => void this.load());
      const { code, retry } = toCallError(thrown);
      if (isWithoutAnswer(thrown) && this.data.post !== null)
        this.setData({ staleText: staleSentence(kept?.atMs ?? Date.now(), thrown) });
      else {
        const message =
          code === 'invalid-input' ? translated(errorTable['not-found'].sentence) : refusalText(thrown);
        this.setData({ state: 'error', message, retry });
        if (goneCodes.has(code)) await this.lookForOthers();
      }
    }
  },
  /**
   * A card or a poster outlives its post, so similar posts nearby are searched. The service says nothing of a post that was taken down or
   * erased; then the card itself may, and else whatever is near the reader's own place is shown.
   */
  async lookForOthers() {
    const { id, card } = this.data;
    const listed = new Set(campaignAtHand().catalogue.map(({ code }) => code));
    const gone: GonePost | null =
      (await call('share', 'endedPost', { id }).catch(() => null)) ?? readCard(card, listed);
    const board = gone?.board ?? 'spare';
    const chosen = chosenPlace();
    const place = chosen?.place ?? gone?.place;
    this.setData({
      goneBoard: board,
      instead: place === undefined ? null : { board, items: gone?.items ?? [], place },
      insteadHeading: insteadText(board, chosen?.name ?? gone?.regionLabel ?? ''),
      goneFrom: gone?.regionLabel ?? '',
    });
  },
  /** Before a place is chosen, what follows is about the place of the post that is gone. */
  stayThere() {
    const { instead, goneFrom } = this.data;
    if (instead !== null && chosenPlace() === null)
      choosePlace({ kind: 'region', name: goneFrom, regionLabel: goneFrom, place: instead.place });
  },
  askTapped() {
    this.stayThere();
    openForm('need', this.data.instead?.items);
  },
  boardTapped() {
    this.stayThere();
    if (this.data.goneBoard !== '') openBoard(this.data.goneBoard);
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
    const content = {
      title: this.data.shareWords?.title ?? say('{title}'),
      path: `/packages/post/pages/post/post?${this.sharedQuery()}`,
    };
    const drawn: Promise<string> = this.drawShared('card');
    return {
      ...content,
      promise: drawn.then((imageUrl) => (imageUrl === '' ? content : { ...content, imageUrl })),
    };
  },
  onShareTimeline() {
    const { shareWords, squarePicture: imageUrl } = this.data;
    return {
      title: shareWords?.title ?? say('{title}'),
      query: this.sharedQuery(),
      ...(imageUrl === '' ? {} : { imageUrl }),
    };
  },
  sharedQuery(): string {
    const { id, post } = this.data;
    return post === null ? `id=${id}` : `id=${id}&card=${wordsOfCard(post)}`;
  },
  /** The file of the picture; '' where none can be drawn, and WeChat then uses a screenshot. */
  async drawShared(shape: 'card' | 'square'): Promise<string> {
    const picture = this.selectComponent('#share-picture') as {
      draw?(shape: 'card' | 'square'): Promise<string>;
    } | null;
    return (await picture?.draw?.(shape).catch(() => '')) ?? '';
  },
});
