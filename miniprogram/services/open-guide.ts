import { bundledCampaign } from '../data/bundled-campaign';

/** The guide's page, which belongs to a module of the campaign; undefined where the program has none. */
export const guidePage: string | undefined = bundledCampaign.modules.includes('doses')
  ? '/packages/guide/pages/guide/guide'
  : bundledCampaign.modules.includes('advice')
    ? '/packages/advice/pages/advice/advice'
    : undefined;

export function openGuide(): void {
  if (guidePage !== undefined) void wx.navigateTo({ url: guidePage });
}
