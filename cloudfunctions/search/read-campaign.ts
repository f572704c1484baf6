import type { Campaign } from '../shared/contract/campaign';
import type { searchCalls } from '../shared/contract/search-calls';
import { findClosing } from '../shared/adapters/closing-store';
import { campaignVersion } from '../shared/kernel/campaign-version';
import { campaign } from '../shared/kernel/campaign';
import { settings } from '../shared/kernel/settings';
import type { OpenUseCase } from '../shared/kernel/procedure';

const versions = new WeakMap<Campaign, string>();

/** The version of the running campaign, hashed once. */
export function runningVersion(): string {
  const version = versions.get(campaign) ?? campaignVersion(campaign);
  versions.set(campaign, version);
  return version;
}

/** The running campaign, without its content for a phone that has it. */
export const readCampaign: OpenUseCase<typeof searchCalls.campaign> = async (input, { nowMs }) => {
  const { closedAtMs = null, eraseAtMs = null } = (await findClosing(nowMs)) ?? {};
  const version = runningVersion();
  return {
    version,
    campaign: input.version === version ? null : campaign,
    closing: closedAtMs === null || eraseAtMs === null ? null : { closedAtMs, eraseAtMs },
    makesLinks: settings.linkedVersion() !== null,
  };
};
