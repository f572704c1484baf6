import type { contactCalls } from '../../shared/contract/contact-calls';
import type { GrantDocument } from '../../shared/contract/documents';
import { sayingsLeft, sideOf } from '../../shared/domain/talk';
import { readDocument } from '../../shared/adapters/ordered-writes';
import { campaign } from '../../shared/kernel/campaign';
import type { Output } from '../../shared/kernel/procedure';
import { callerView, contactView } from '../contact-view';
import { reachOf } from '../post-reach';

/** A contact with what was said in it, as this person sees it. */
export async function talkView(
  grant: GrantDocument,
  personId: string,
  nowMs: number,
): Promise<Output<typeof contactCalls.talk>> {
  const side = sideOf(grant, personId);
  const post = await readDocument('posts', grant.postId);
  const reach = reachOf(post, nowMs);
  return {
    contact: side === 'viewer' ? contactView(grant, nowMs, reach) : null,
    caller: side === 'poster' ? callerView(grant, nowMs, reach.isOpen) : null,
    said: grant.said,
    left: side === null ? 0 : sayingsLeft(grant.said, side, nowMs, campaign.limits),
    nowMs,
  };
}
