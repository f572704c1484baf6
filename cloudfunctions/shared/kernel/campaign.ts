import campaignFile from '@campaign';
import { Campaign } from '../contract/campaign';

/** The campaign of this build; a build with an invalid one does not start. */
export const campaign: Campaign = Campaign.parse(campaignFile);
