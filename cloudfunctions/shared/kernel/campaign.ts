import type { Campaign } from '../contract/campaign';
import { releasedCampaign } from './released-campaign';

/**
 * The running campaign: the released one with the operators' changes. It changes while an instance runs, so no module keeps a part of
 * it in a constant.
 */
export let campaign: Campaign = releasedCampaign;

export function runCampaign(changed: Campaign): void {
  campaign = changed;
}
