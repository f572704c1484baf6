import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import type { ChosenPlace } from '../../model/chosen-place';
import { noticeText } from '../../presenters/person/notice-text';
import { careRows } from '../../presenters/place/care-rows';
import type { CareRow } from '../../presenters/place/care-rows';
import { closingText } from '../../presenters/board/closing-text';
import { programCard } from '../../presenters/share/share-words';
import { openBoard } from '../../services/boards-view';
import { campaignAtHand, closingAtHand, loadCampaign } from '../../services/campaign';
import { callAmbulance } from '../../services/emergency-call';
import { fontScale } from '../../services/font-scale';
import { guidePage, openGuide } from '../../services/open-guide';
import { openForm } from '../../services/open-form';
import { pickPlace } from '../../services/pick-place';
import { choosePlace, chosenPlace, namedPlaces, samePlace } from '../../services/place-store';
import { scanCode } from '../../services/scenes';
import { loadSolvedNeeds } from '../../services/solved-needs';
import { refreshWaitingBadge } from '../../services/waiting-badge';
import { translated } from '../../facts/words/say';
import { speakOn } from '../../services/language';

const homeWords = ({ notice, slogan, redFlags, tips, disclaimer }: Campaign) => ({
  notice: noticeText(notice),
  slogan: translated(slogan),
  redFlags,
  tips: tips.map(translated),
  disclaimer: translated(disclaimer),
});

/** The campaign that the page shows. It is large, so it is set only when it is another one. */
let shown: Campaign | undefined;

const namedBesides = (place: ChosenPlace | null): ChosenPlace[] =>
  namedPlaces().filter((named) => !samePlace(named, place));

Page({
  data: {
    hasGuide: guidePage !== undefined,
    scale: fontScale(),
    place: null as ChosenPlace | null,
    /** Named places other than the chosen one. */
    named: [] as ChosenPlace[],
    ...homeWords(campaignAtHand()),
    care: [] as CareRow[],
    closingText: '',
    /** Needs that were solved lately; 0 where that is not shown. */
    solved: 0,
    campaign: campaignAtHand(),
  },
  onLoad() {
    shown = undefined;
    speakOn(this);
  },
  onShow() {
    const place = chosenPlace();
    this.setData({
      scale: fontScale(),
      place,
      named: namedBesides(place),
      care: careRows(campaignAtHand().care, place),
    });
    void refreshWaitingBadge();
    void this.load();
    void loadSolvedNeeds().then((solved) => this.setData({ solved }));
  },
  /** The shown campaign needs no network; the cloud's replaces it when it arrives. */
  async load() {
    const campaign = await loadCampaign().catch(campaignAtHand);
    this.setData({ closingText: closingText(closingAtHand(), Date.now()) });
    if (campaign === shown) return;
    shown = campaign;
    this.setData({ ...homeWords(campaign), campaign, care: careRows(campaign.care, this.data.place) });
  },
  ambulanceTapped() {
    callAmbulance();
  },
  placeTapped() {
    pickPlace('view', (place) => this.look(place));
  },
  namedTapped(event: WechatMiniprogram.TouchEvent<object, object, { index: number }>) {
    const place = this.data.named[event.currentTarget.dataset.index];
    if (place !== undefined) this.look(place);
  },
  look(place: ChosenPlace) {
    choosePlace(place);
    this.setData({ place, named: namedBesides(place), care: careRows(campaignAtHand().care, place) });
  },
  needTapped() {
    openForm('need');
  },
  spareTapped() {
    openForm('spare');
  },
  achievedTapped() {
    void wx.navigateTo({ url: '/packages/achieved/pages/achieved/achieved' });
  },
  guideTapped() {
    openGuide();
  },
  medicinePicked({ detail }: WechatMiniprogram.CustomEvent<{ code: string }>) {
    openBoard('spare', [detail.code]);
  },
  needBoardTapped() {
    openBoard('need');
  },
  spareBoardTapped() {
    openBoard('spare');
  },
  async scanTapped() {
    await scanCode();
  },
  posterTapped() {
    void wx.navigateTo({ url: '/packages/share/pages/place-code/place-code' });
  },
  onShareAppMessage() {
    return programCard;
  },
  onShareTimeline() {
    return { title: programCard.title };
  },
});
