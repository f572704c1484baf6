import type { Campaign } from '../../cloudfunctions/shared/contract/campaign';
import type { Closing } from '../presenters/board/closing-text';
import { bundledCampaign, bundledVersion } from '../data/bundled-campaign';
import { call } from './cloud';
import { isWithoutAnswer, keepAnswer, keptAnswer } from './kept-answers';

/** Earlier versions of the program kept a campaign without its version under another key. */
const key = 'campaign-and-version';
/** A closing is known on every phone that is in use within a minute. */
const knownForMs = 60_000;
let loading: Promise<Campaign> | undefined;
let askedAtMs = 0;
let closing: Closing | null = null;
let linked = false;

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

/** The closing of the environment, as the last answer had it; null while it is open. */
export const closingAtHand = (): Closing | null => closing;

/** Whether this environment makes links for SMS and Weibo, as the last answer had it. */
export const makesLinks = (): boolean => linked;

/**
 * The running campaign, asked for at most once a minute, or when a board names another version. Its content comes only when the one at
 * hand is another version.
 * Without a network the one at hand is used, and the next attempt asks again. Throws CallError.
 */
export function loadCampaign(): Promise<Campaign> {
  if (Date.now() - askedAtMs >= knownForMs) loading = undefined;
  if (loading === undefined) askedAtMs = Date.now();
  loading ??= ask().catch((thrown: unknown) => {
    loading = undefined;
    if (isWithoutAnswer(thrown)) return campaignAtHand();
    throw thrown;
  });
  return loading;
}

async function ask(): Promise<Campaign> {
  const known = atHand();
  const { version, campaign, ...answer } = await call('search', 'campaign', { version: known.version });
  closing = answer.closing;
  // An older environment does not say.
  linked = Boolean(answer.makesLinks);
  return campaign === null ? known.campaign : keepAnswer(key, { version, campaign }).campaign;
}

function atHand(): Versioned {
  const kept = keptAnswer<Versioned>(key)?.answer;
  if (kept === undefined) return { version: bundledVersion, campaign: bundledCampaign };
  // An earlier version of the program may have kept it, without today's new fields.
  return { version: kept.version, campaign: { ...bundledCampaign, ...kept.campaign } };
}
