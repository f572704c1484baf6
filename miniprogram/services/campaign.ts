import type { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import { bundledCampaign } from '../data/bundled-campaign';
import { call } from './cloud';
import { isWithoutAnswer, keepAnswer, keptAnswer } from './kept-answers';

const key = 'campaign';
let loading: Promise<Campaign> | undefined;

/** The campaign without a request: the last answer, or the one that the program carries. */
export function campaignAtHand(): Campaign {
  const kept = keptAnswer<Campaign>(key)?.answer;
  // An earlier version of the program may have kept it, without today's new fields.
  return kept === undefined ? bundledCampaign : { ...bundledCampaign, ...kept };
}

/**
 * The running campaign, loaded once a session. Without a network the one at hand is used, and the next attempt asks
 * again. Throws CallError.
 */
export function loadCampaign(): Promise<Campaign> {
  loading ??= call('search', 'campaign', {}).then(
    (campaign) => keepAnswer(key, campaign),
    (thrown: unknown) => {
      loading = undefined;
      if (isWithoutAnswer(thrown)) return campaignAtHand();
      throw thrown;
    },
  );
  return loading;
}
