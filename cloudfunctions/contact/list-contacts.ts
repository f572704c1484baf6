import type { contactCalls } from '../shared/contract/contact-calls';
import type { GrantDocument } from '../shared/contract/documents';
import { quotaAt } from '../shared/domain/quota';
import { contactsTo, grantsOfViewer, reachAmong } from '../shared/adapters/grant-store';
import { requireAccount } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import type { OpenUseCase } from '../shared/kernel/procedure';
import { quotaOf } from './contact-answer';
import { callerView, contactView } from './contact-view';
import { reachOf, type PostReach } from './post-reach';

export const listContacts: OpenUseCase<typeof contactCalls.mine> = async (
  _input,
  { actor, nowMs, refuse },
) => {
  const viewer = await actor();
  requireAccount(viewer, refuse);
  if (viewer.kind === 'guest')
    return { contacts: [], quota: quotaAt({ charges: [] }, campaign.limits, nowMs), nowMs };
  const grants = await grantsOfViewer(viewer.personId);
  const reach = await reachOfPosts(grants, nowMs);
  const contacts = grants.map((grant) => contactView(grant, nowMs, reach(grant)));
  return { contacts: openFirst(contacts, 'open'), quota: await quotaOf(viewer.personId, nowMs), nowMs };
};

export const listCallers: OpenUseCase<typeof contactCalls.callers> = async (
  _input,
  { actor, nowMs, refuse },
) => {
  const poster = await actor();
  requireAccount(poster, refuse);
  if (poster.kind === 'guest') return { callers: [], nowMs };
  const grants = await contactsTo(poster.personId);
  const reach = await reachOfPosts(grants, nowMs);
  const callers = grants.map((grant) => callerView(grant, nowMs, reach(grant).isOpen));
  return { callers: openFirst(callers, 'waiting'), nowMs };
};

/** Whether the posts of these grants are open and reachable; looked up only for requests that wait, where it matters. */
async function reachOfPosts(
  grants: readonly GrantDocument[],
  nowMs: number,
): Promise<(grant: GrantDocument) => PostReach> {
  const asked = grants.filter(({ state }) => state === 'asked');
  const posts = await reachAmong(
    asked.map(({ postId }) => postId),
    nowMs,
  );
  return ({ state, postId }) =>
    state === 'asked' ? reachOf(posts.get(postId) ?? null, nowMs) : { isOpen: true, isReachable: false };
}

function openFirst<T extends { state: string }>(list: readonly T[], first: T['state']): T[] {
  return [...list.filter(({ state }) => state === first), ...list.filter(({ state }) => state !== first)];
}
