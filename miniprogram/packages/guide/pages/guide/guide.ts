import { guideView } from '../../presenters/guide-view';
import { bundledCampaign as campaign } from '../../../../data/bundled-campaign';
import { guideData as guide } from '../../data/guide-data';
import { fontScale } from '../../../../services/font-scale';
import { say, translated } from '../../../../facts/words/say';
import { speakOn } from '../../../../services/language';

type Tapped<Data extends object> = WechatMiniprogram.TouchEvent<object, object, Data>;

/** The entrance to the guide: signs of danger, the checker, medicines by symptom and by any name. Needs no network. */
Page({
  data: {
    scale: fontScale(),
    campaign,
    view: guideView(campaign, guide),
    signs: campaign.redFlags,
    disclaimer: translated(campaign.disclaimer),
    typed: '',
  },
  onLoad() {
    speakOn(this);
  },
  onShow() {
    this.setData({ scale: fontScale() });
  },
  drawerTapped() {
    void wx.navigateTo({ url: '/packages/guide/pages/drawer/drawer' });
  },
  symptomTapped(event: Tapped<{ name: string }>) {
    this.setData({ typed: event.currentTarget.dataset.name });
  },
  itemPicked({ detail }: WechatMiniprogram.CustomEvent<{ code: string }>) {
    void wx.navigateTo({ url: `/packages/guide/pages/medicine/medicine?code=${detail.code}` });
  },
  onShareAppMessage() {
    return {
      title: say('发烧怎么用药：孩子、孕妇、老人先看这里'),
      path: '/packages/guide/pages/guide/guide',
    };
  },
});
