import { campaignAtHand, loadCampaign } from '../../../../services/campaign';
import { fontScale } from '../../../../services/font-scale';

/** Finds a medicine by any name, and answers its code to the page that asked. */
Component({
  data: {
    scale: fontScale(),
    campaign: campaignAtHand(),
    picked: [] as string[],
  },
  methods: {
    async onLoad({ picked = '' }: { picked?: string }) {
      this.setData({ picked: picked.split(',').filter((code) => code !== '') });
      this.setData({ campaign: await loadCampaign().catch(campaignAtHand) });
    },
    found({ detail: { code } }: WechatMiniprogram.CustomEvent<{ code: string }>) {
      this.getOpenerEventChannel().emit?.('found', code);
      void wx.navigateBack();
    },
  },
});
