import type { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import { bundledCampaign, bundledVersion } from '../data/bundled-campaign';
import { call } from './cloud';
import { isWithoutAnswer, keepAnswer, keptAnswer } from './kept-answers';

/** Earlier versions of the program kept a campaign without its version under another key. */
const key = 'campaign-and-version';
let loading: Promise<Campaign> | undefined;

interface Versioned {
  version: string;
  campaign: Campaign;
}

/** The campaign without a request: the last answer, or the one that the program carries. */
export const campaignAtHand = (): Campaign => atHand().campaign;

/** Every page of a board names the running campaign's version. When it is another one, the next `loadCampaign` asks again. */
export function campaignSeen(version: string): void {
  if (version !== atHand().version) loading = undefined;
}

/**
 * The running campaign, asked for once until a board names another version; its content comes only when the one at hand is another version.
 * Without a network the one at hand is used, and the next attempt asks again. Throws CallError.
 */
export function loadCampaign(): Promise<Campaign> {
  loading ??= ask().catch((thrown: unknown) => {
    loading = undefined;
    if (isWithoutAnswer(thrown)) return campaignAtHand();
    throw thrown;
  });
  return loading;
}

async function ask(): Promise<Campaign> {
  const known = atHand();
  const { version, campaign } = await call('search', 'campaign', { version: known.version });
  return campaign === null ? known.campaign : keepAnswer(key, { version, campaign }).campaign;
}

function atHand(): Versioned {
  const kept = keptAnswer<Versioned>(key)?.answer;
  if (kept === undefined) return { version: bundledVersion, campaign: bundledCampaign };
  // An earlier version of the program may have kept it, without today's new fields.
  return { version: kept.version, campaign: { ...bundledCampaign, ...kept.campaign } };
}
