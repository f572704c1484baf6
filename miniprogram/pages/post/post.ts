import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import type { OpenedPost } from '../../../cloudfunctions/shared/contract/post';
import { interestText } from '../../presenters/post/interest-text';
import type { InterestText } from '../../presenters/post/interest-text';
import { contactWay } from '../../presenters/contact/contact-way';
import type { ContactWay } from '../../presenters/contact/contact-way';
import { postDetail } from '../../presenters/post/post-detail';
import type { PostDetail } from '../../presenters/post/post-detail';
import { toCallError } from '../../services/call-error';
import { campaignAtHand, loadCampaign } from '../../services/campaign';
import { loadInterest } from '../../services/contacts';
import { fontScale } from '../../services/font-scale';
import { isWithoutAnswer, staleSentence } from '../../services/kept-answers';
import { postAtHand, readPost } from '../../services/posts-at-hand';
import { loadSelfOrLast } from '../../services/self';
import { goVerify } from '../../services/verification-way';

Page({
  data: {
    scale: fontScale(),
    id: '',
    bandText: '',
    /** Just published: the page then says what happens next. */
    fresh: false,
    state: 'loading' as 'loading' | 'ready' | 'error',
    message: '',
    staleText: '',
    retry: true,
    post: null as OpenedPost | null,
    detail: null as PostDetail | null,
    disclaimer: '',
    way: 'none' as ContactWay,
    interest: null as InterestText | null,
    sheetOpen: false,
  },
  onLoad(query: { id?: string; band?: string; fresh?: string }) {
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
      const { message, retry } = toCallError(thrown);
      if (isWithoutAnswer(thrown) && this.data.post !== null)
        this.setData({ staleText: staleSentence(kept?.atMs ?? Date.now()) });
      else this.setData({ state: 'error', message, retry });
    }
  },
  draw(post: OpenedPost, campaign: Campaign) {
    const detail = postDetail(post, campaign, this.data.bandText, Date.now());
    this.setData({ state: 'ready', post, detail, disclaimer: campaign.disclaimer });
  },
  async show(post: OpenedPost) {
    this.draw(post, await loadCampaign());
    const self = post.can.contact || post.mine ? null : await loadSelfOrLast();
    this.setData({ way: contactWay(post, self) });
    if (post.mine) await this.showInterest(post.id);
  },
  /** The post is shown even without an answer. */
  async showInterest(id: string) {
    const answer = await loadInterest().catch(() => null);
    if (answer) this.setData({ interest: interestText(answer.posts.find(({ postId }) => postId === id)) });
  },
  changed(event: WechatMiniprogram.CustomEvent<{ post: OpenedPost }>) {
    this.setData({ fresh: false });
    void this.show(event.detail.post);
  },
  contactTapped() {
    if (this.data.way === 'contact') this.setData({ sheetOpen: true });
    else goVerify(() => void this.verified());
  },
  /** Back from verification, the user goes on to what they came for: the contact. */
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
  onShareAppMessage() {
    const { post, detail, id } = this.data;
    const what = detail?.items.map(({ text }) => text).join('、') ?? '';
    const title = post?.board === 'spare' ? `有多的药：${what}` : `急需：${what}`;
    return { title, path: `/pages/post/post?id=${id}` };
  },
});
