import type { Campaign } from '../../../cloudfunctions/shared/contract/campaign';
import type { ChosenPlace } from '../../model/chosen-place';
import { openBoard } from '../../services/boards-view';
import { toCallError } from '../../services/call-error';
import { loadCampaign } from '../../services/campaign';
import { fontScale } from '../../services/font-scale';
import { pickPlace } from '../../services/pick-place';
import { choosePlace, chosenPlace } from '../../services/place-store';
import { refreshWaitingBadge } from '../../services/waiting-badge';

Page({
  data: {
    scale: fontScale(),
    place: null as ChosenPlace | null,
    state: 'loading' as 'loading' | 'ready' | 'error',
    errorMessage: '',
    slogan: '',
    redFlags: [] as string[],
    tips: [] as string[],
    disclaimer: '',
  },
  onLoad() {
    void this.load();
  },
  onShow() {
    this.setData({ scale: fontScale(), place: chosenPlace() });
    void refreshWaitingBadge();
  },
  async load() {
    this.setData({ state: 'loading' });
    try {
      this.show(await loadCampaign());
    } catch (thrown) {
      this.setData({ state: 'error', errorMessage: toCallError(thrown).message });
    }
  },
  show({ slogan, redFlags, tips, disclaimer }: Campaign) {
    this.setData({ state: 'ready', slogan, redFlags, tips, disclaimer });
  },
  placeTapped() {
    pickPlace('view', (place) => {
      choosePlace(place);
      this.setData({ place });
    });
  },
  needTapped() {
    void wx.navigateTo({ url: '/pages/publish-need/publish-need' });
  },
  spareTapped() {
    void wx.navigateTo({ url: '/pages/publish-spare/publish-spare' });
  },
  guideTapped() {
    void wx.navigateTo({ url: '/packages/guide/pages/guide/guide' });
  },
  needBoardTapped() {
    openBoard('need');
  },
  spareBoardTapped() {
    openBoard('spare');
  },
  onShareAppMessage() {
    return { title: '缺药、有多的药，都来这里', path: '/pages/home/home' };
  },
});
