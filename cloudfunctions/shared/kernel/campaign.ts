import campaignFile from '@campaign';
import { Campaign } from '../contract/campaign';

/** The campaign that this build is for; a build that is given an invalid one does not start. */
export const campaign: Campaign = Campaign.parse(campaignFile);
