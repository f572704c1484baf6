import type { Campaign } from '../contract/campaign';
import { runCampaign } from './campaign';
import { releasedCampaign } from './released-campaign';
import { logCall } from './log';

/** An instance looks for changes so often; with a phone's next page they are live within a minute. */
const everyMs = 30_000;

/**
 * Lets an instance run the operators' changes of the campaign. One call in thirty seconds pays for it with one read; before the first
 * answer, all wait. The returned function never throws: without an answer, or with changes that do not fit, the instance goes on
 * with what it has.
 */
export function createLiveCampaign(
  readChanges: () => Promise<string>,
  changed: (released: Campaign, changes: string) => { campaign: Campaign } | { faults: string[] },
): (nowMs: number) => Promise<void> {
  let lookedAtMs = -Infinity;
  let first: Promise<void> | undefined;
  let running = '';

  async function look(): Promise<void> {
    try {
      const changes = await readChanges();
      if (changes === running) return;
      const next = changes === '' ? { campaign: releasedCampaign } : changed(releasedCampaign, changes);
      if ('faults' in next) throw new Error(next.faults.join(' '));
      runCampaign(next.campaign);
      running = changes;
    } catch (error) {
      logCall.misconfigured('', 'campaign', `the campaign's changes do not run: ${String(error)}`);
    }
  }

  return (nowMs) => {
    if (nowMs - lookedAtMs < everyMs) return first ?? Promise.resolve();
    lookedAtMs = nowMs;
    const looking = look();
    first ??= looking;
    return looking;
  };
}
