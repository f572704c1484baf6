import { createHash } from 'node:crypto';
import type { Campaign } from '../contract/campaign';

/** Names the content of a campaign: equal campaigns have equal versions, wherever they are built. */
export const campaignVersion = (campaign: Campaign): string =>
  createHash('sha256').update(JSON.stringify(campaign)).digest('base64url').slice(0, 16);
