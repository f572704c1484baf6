import type { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import { call } from './cloud';

let loading: Promise<Campaign> | undefined;

/** The running campaign, loaded once a session. A failed attempt is forgotten, so that the next one asks again. */
export function loadCampaign(): Promise<Campaign> {
  loading ??= call('search', 'campaign', {}).catch((error: unknown) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
