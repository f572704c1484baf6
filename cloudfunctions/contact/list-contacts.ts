import type { CallBack, Contact } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import type { Quota } from '../shared/contract/quota';
import { quotaAt } from '../shared/domain/quota';
import { callBacksTo, grantsOfViewer, publishedAmong } from '../shared/adapters/grant-store';
import { requireAccount } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import type { Invocation } from '../shared/kernel/procedure';
import { quotaOf } from './contact-answer';
import { callBackView, contactView } from './contact-view';

export async function listContacts(
  _input: unknown,
  { actor, nowMs }: Invocation,
): Promise<{ contacts: Contact[]; quota: Quota; nowMs: number }> {
  const viewer = await actor();
  requireAccount(viewer);
  if (viewer.kind === 'guest')
    return { contacts: [], quota: quotaAt({ charges: [] }, campaign.limits, nowMs), nowMs };
  const grants = await grantsOfViewer(viewer.personId);
  const isOpen = await openPostsOf(grants, nowMs);
  const contacts = grants.map((grant) => contactView(grant, nowMs, isOpen(grant)));
  return { contacts: openFirst(contacts, 'open'), quota: await quotaOf(viewer.personId, nowMs), nowMs };
}

export async function listCallBacks(
  _input: unknown,
  { actor, nowMs }: Invocation,
): Promise<{ callBacks: CallBack[]; nowMs: number }> {
  const poster = await actor();
  requireAccount(poster);
  if (poster.kind === 'guest') return { callBacks: [], nowMs };
  const grants = await callBacksTo(poster.personId);
  const isOpen = await openPostsOf(grants, nowMs);
  const callBacks = grants.map((grant) => callBackView(grant, nowMs, isOpen(grant)));
  return { callBacks: openFirst(callBacks, 'waiting'), nowMs };
}

/** Whether the posts of these grants are open; looked up where it matters only, for requests that wait. */
async function openPostsOf(
  grants: readonly GrantDocument[],
  nowMs: number,
): Promise<(grant: GrantDocument) => boolean> {
  const asked = grants.filter(({ state }) => state === 'asked');
  const published = await publishedAmong(
    asked.map(({ postId }) => postId),
    nowMs,
  );
  return ({ state, postId }) => state !== 'asked' || published.has(postId);
}

function openFirst<T extends { state: string }>(list: readonly T[], first: T['state']): T[] {
  return [...list.filter(({ state }) => state === first), ...list.filter(({ state }) => state !== first)];
}
