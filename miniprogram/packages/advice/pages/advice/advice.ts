import { bundledCampaign as campaign } from '../../../../data/bundled-campaign';
import { fontScale } from '../../../../services/font-scale';
import { speakOn } from '../../../../services/language';
import { adviceView } from '../../presenters/advice-view';
import { adviceData } from '../../data/advice-data';
import { worded } from '../../../../facts/words/worded';

/** What to do in the emergency: signs of danger, advice in sections, and where it comes from. Needs no network. */
Page({
  data: {
    scale: fontScale(),
    signs: campaign.redFlags,
    ...adviceView(adviceData, campaign),
  },
  onLoad() {
    speakOn(this);
  },
  onShow() {
    this.setData({ scale: fontScale() });
  },
  onShareAppMessage() {
    return { title: worded('{title}：{guideTitle}'), path: '/packages/advice/pages/advice/advice' };
  },
});
