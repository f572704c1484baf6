import type { GrantDocument, PersonDocument, PostDocument } from '../shared/contract/documents';
import { admissionLimit, letIn, newAdmission } from '../shared/domain/admission';
import { isCallable, leaseMs } from '../shared/domain/grant';
import { newPerson } from '../shared/domain/person';
import { statusAt } from '../shared/domain/post-life';
import { charge, quotaAt } from '../shared/domain/quota';
import { readDocument, type Ordered } from '../shared/adapters/ordered-writes';
import type { Member } from '../shared/kernel/actor';
import { CallError } from '../shared/kernel/call-error';
import { campaign } from '../shared/kernel/campaign';
import { quotaUsedSentence } from './quota-sentence';

/** Either a grant that stands already, or one to be recorded before the carrier is asked. */
export type Intent =
  | { kind: 'standing'; grant: GrantDocument }
  | { kind: 'record'; grant: GrantDocument; person: PersonDocument | null; limit: number };

type Reader = Pick<Ordered, 'read'>;

/** Reads outside a transaction: what is refused anyway need not queue for one. */
export const plainReader: Reader = { read: readDocument };

/** Decides whether a viewer may have a grant; throws why not. */
export async function intendForViewer(
  { read }: Reader,
  { grantId, postId, viewer, nowMs }: { grantId: string; postId: string; viewer: Member; nowMs: number },
): Promise<Intent> {
  const grant = await read('grants', grantId);
  if (grant && grant.state !== 'asked') return standing(grant, nowMs);
  const post = await openPost({ read }, postId, nowMs);
  if (post.ownerId === viewer.personId) throw new CallError('own-post');
  const person = (await read('persons', viewer.personId)) ?? newPerson(viewer.personId);
  if (person.blockedAtMs !== null) throw new CallError('blocked');
  if ((await read('persons', post.ownerId))?.blockedAtMs) throw new CallError('poster-unreachable');
  const charged = charge(person, grantId, campaign.limits, nowMs);
  if (!charged)
    throw new CallError('contact-quota-used', {
      message: quotaUsedSentence(quotaAt(person, campaign.limits, nowMs), nowMs),
    });
  return {
    kind: 'record',
    grant: intended(grant ?? newGrant(grantId, post, viewer, nowMs), { openedBy: 'viewer', nowMs }),
    person: charged,
    limit: admissionLimit(post, campaign.limits),
  };
}

/** Decides whether a poster may answer a call-back request; throws why not. It costs nobody a contact. */
export async function intendForPoster({ read }: Reader, grantId: string, nowMs: number): Promise<Intent> {
  const grant = await read('grants', grantId);
  if (!grant) throw new CallError('not-found');
  if (grant.state !== 'asked') return standing(grant, nowMs);
  await openPost({ read }, grant.postId, nowMs);
  if ((await read('persons', grant.posterId))?.blockedAtMs) throw new CallError('blocked');
  // It is not the poster who is blocked, nor the poster's business who is.
  if ((await read('persons', grant.viewerId))?.blockedAtMs) throw new CallError('poster-unreachable');
  return {
    kind: 'record',
    grant: intended(grant, { openedBy: 'poster', nowMs }),
    person: null,
    limit: Infinity,
  };
}

/** Records an intent: grant, charge and place together, so that each limit holds however many tap at once. */
export async function record(ordered: Ordered, intent: Extract<Intent, { kind: 'record' }>): Promise<void> {
  const { grant, person, limit } = intent;
  const admission = (await ordered.read('admissions', grant.postId)) ?? newAdmission(grant.postId);
  const admitted = letIn(admission, grant._id, limit);
  if (!admitted) throw new CallError('contact-full');
  await ordered.write('admissions', { ...admitted, revision: admission.revision + 1 });
  if (person) await ordered.write('persons', { ...person, revision: person.revision + 1 });
  await ordered.write('grants', grant);
}

function standing(grant: GrantDocument, nowMs: number): Intent {
  if (grant.state === 'intended' || isCallable(grant, nowMs)) return { kind: 'standing', grant };
  throw new CallError('contact-ended');
}

async function openPost({ read }: Reader, postId: string, nowMs: number): Promise<PostDocument> {
  const post = await read('posts', postId);
  if (!post) throw new CallError('not-found');
  if (statusAt(post, nowMs) !== 'published') throw new CallError('post-closed');
  return post;
}

const intended = (
  grant: GrantDocument,
  { openedBy, nowMs }: { openedBy: GrantDocument['openedBy']; nowMs: number },
): GrantDocument => ({
  ...grant,
  state: 'intended',
  openedBy,
  attempt: grant.attempt + 1,
  leaseUntilMs: nowMs + leaseMs,
  expiresAtMs: nowMs + campaign.limits.bindingHours * 3_600_000,
});

function newGrant(id: string, post: PostDocument, viewer: Member, nowMs: number): GrantDocument {
  return {
    _id: id,
    state: 'asked',
    postId: post._id,
    board: post.board,
    summary: post.items
      .map(({ code }) => campaign.catalogue.find((item) => item.code === code)?.name ?? code)
      .join('、'),
    viewerId: viewer.personId,
    viewerName: viewer.maskedName,
    viewerAccount: viewer.openid,
    posterId: post.ownerId,
    posterName: post.ownerName,
    openedBy: 'viewer',
    wasAsked: false,
    attempt: 0,
    leaseUntilMs: 0,
    binding: null,
    expiresAtMs: null,
    askedAtMs: nowMs,
    boundAtMs: null,
    endedAtMs: null,
    endReason: null,
    outcome: null,
    outcomeAtMs: null,
  };
}
