import campaignFile from '@campaign';
import { Campaign } from '../contract/campaign';

/** The campaign of this build; a build with an invalid one does not start. */
export const releasedCampaign: Campaign = Campaign.parse(campaignFile);

/**
 * The running campaign: the released one with the operators' changes. It changes while an instance runs, so no module keeps a part of
 * it in a constant.
 */
export let campaign: Campaign = releasedCampaign;

export function runCampaign(changed: Campaign): void {
  campaign = changed;
}
