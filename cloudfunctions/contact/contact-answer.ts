import type { contactCalls } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import type { Quota } from '../shared/contract/quota';
import { quotaAt } from '../shared/domain/quota';
import { readDocument } from '../shared/adapters/ordered-writes';
import { campaign } from '../shared/kernel/campaign';
import type { Output } from '../shared/kernel/procedure';
import { contactView } from './contact-view';

/** A contact after a call of its viewer, and how many more contacts that viewer may make today. */
export async function contactAnswer(
  grant: GrantDocument,
  nowMs: number,
): Promise<Output<typeof contactCalls.request>> {
  return {
    contact: contactView(grant, nowMs, { isOpen: true, isReachable: false }),
    quota: await quotaOf(grant.viewerId, nowMs),
    nowMs,
  };
}

export async function quotaOf(personId: string, nowMs: number): Promise<Quota> {
  return quotaAt((await readDocument('persons', personId)) ?? { charges: [] }, campaign.limits, nowMs);
}
