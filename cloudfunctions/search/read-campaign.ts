import type { searchCalls } from '../shared/contract/search-calls';
import { campaignVersion } from '../shared/kernel/campaign-version';
import { campaign } from '../shared/kernel/campaign';
import type { OpenUseCase } from '../shared/kernel/procedure';

const version = campaignVersion(campaign);

/** The running campaign, without its content for a phone that has it. */
export const readCampaign: OpenUseCase<typeof searchCalls.campaign> = (input) =>
  Promise.resolve({ version, campaign: input.version === version ? null : campaign });
