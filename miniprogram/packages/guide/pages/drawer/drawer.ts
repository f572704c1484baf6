import type { DrawerSuggestions, DrawerView } from '../../presenters/drawer-view';
import { drawerSuggestions, drawerView } from '../../presenters/drawer-view';
import { bundledCampaign as campaign } from '../../../../data/bundled-campaign';
import { guideData as guide } from '../../data/guide-data';
import { fontScale } from '../../../../services/font-scale';
import { translated } from '../../../../facts/words/say';
import { speakOn } from '../../../../services/language';

type Named = WechatMiniprogram.TouchEvent<object, object, { name: string }>;

/**
 * Medicines at home, by any name: their substances, and those that must not be taken together. Typed text never leaves
 * the phone.
 */
Page({
  data: {
    scale: fontScale(),
    typed: '',
    suggestions: { rows: [], hint: '' } as DrawerSuggestions,
    names: [] as string[],
    view: drawerView([], campaign, guide) as DrawerView,
    reviewed: guide.review.state === 'signed',
    disclaimer: translated(campaign.disclaimer),
  },
  onLoad() {
    speakOn(this);
  },
  onShow() {
    this.setData({ scale: fontScale() });
  },
  typedChanged({ detail }: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ typed: detail.value, suggestions: drawerSuggestions(detail.value, campaign, guide) });
  },
  added(event: Named) {
    const { name } = event.currentTarget.dataset;
    if (!this.data.names.includes(name)) this.keep([...this.data.names, name]);
    this.setData({ typed: '', suggestions: { rows: [], hint: '' } });
  },
  removed(event: Named) {
    this.keep(this.data.names.filter((name) => name !== event.currentTarget.dataset.name));
  },
  keep(names: string[]) {
    this.setData({ names, view: drawerView(names, campaign, guide) });
  },
});
