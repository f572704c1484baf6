import campaignFile from '@campaign';
import { Campaign } from '../contract/campaign';

/** The campaign of this build. A bundle holds it checked already, because the check was a sixth of a cold start (scripts/lean-bundles.ts). */
export const releasedCampaign: Campaign = Campaign.parse(campaignFile);
