import type { GrantDocument, PersonDocument, PostDocument } from '../../shared/contract/documents';
import type { ForWhom } from '../../shared/contract/talk';
import { admissionLimit, newAdmission } from '../../shared/domain/admission';
import { intended, isCallable, newGrant } from '../../shared/domain/grant';
import { itemNames } from '../../shared/domain/item-names';
import { newPerson } from '../../shared/domain/person';
import { statusAt } from '../../shared/domain/post-life';
import { givesNumber } from '../../shared/domain/post-question';
import { charge, quotaAt } from '../../shared/domain/quota';
import { isRefused } from '../../shared/domain/refusals';
import { readDocument, type Ordered } from '../../shared/adapters/ordered-writes';
import type { WritingFor } from '../../shared/adapters/write-for';
import type { Member } from '../../shared/kernel/actor';
import { campaign } from '../../shared/kernel/campaign';
import { pairIdOf } from '../../shared/kernel/moderation-hashes';
import type { Refuse } from '../../shared/kernel/refuse';
import { quotaUsedSentence } from '../quota-sentence';
import { makeRoom, type Room } from './make-room';

/** An existing grant, or a new one that must be recorded before the carrier is asked. */
export type Intent =
  | { kind: 'existing'; grant: GrantDocument }
  | {
      kind: 'record';
      grant: GrantDocument;
      post: PostDocument;
      person: PersonDocument | null;
      limit: number;
    };

/** The poster cannot be called now, or has not said whether there is still some: a grant that is only a request to call back, and is not charged. */
export interface CallBackIntent {
  kind: 'call-back';
  grant: GrantDocument;
  post: PostDocument;
  person: PersonDocument;
  limit: number;
}

type Reader = Pick<Ordered, 'read'>;

/** Reads outside a transaction first, so that a request which will be refused need not queue for one. */
export const plainReader: Reader = { read: readDocument };

/** One viewer's wish to reach one post. */
export interface Wish {
  grantId: string;
  postId: string;
  viewer: Member;
  /** The household as the poster of a spare sees it; kept by a new grant. */
  forWhom: ForWhom | undefined;
  nowMs: number;
  refuse: Refuse<
    | PostRefusal
    | 'own-post'
    | 'blocked'
    | 'poster-unreachable'
    | 'contact-quota-used'
    | 'contact-ended'
    | 'contact-refused'
  >;
}

/** The poster reads the campaign's words for groups; one without a word says nothing. */
const withKnownGroups = (forWhom: ForWhom): ForWhom => ({
  ...forWhom,
  groups: forWhom.groups.filter((group) => campaign.groups.some(({ code }) => code === group)),
});

/** Decides whether a viewer may have a grant; throws why not. */
export async function intendForViewer(
  { read }: Reader,
  { grantId, postId, viewer, forWhom, nowMs, refuse }: Wish,
): Promise<Intent | CallBackIntent> {
  const grant = await read('grants', grantId);
  if (grant?.endReason === 'refused') throw refuse('contact-refused');
  if (grant && grant.state !== 'asked') return existing(grant, nowMs, refuse);
  const post = await openPost({ read }, postId, nowMs, refuse);
  if (post.ownerId === viewer.personId) throw refuse('own-post');
  const person = (await read('persons', viewer.personId)) ?? newPerson(viewer.personId);
  if (person.blockedAtMs !== null) throw refuse('blocked');
  const poster = await read('persons', post.ownerId);
  if (poster?.blockedAtMs) throw refuse('poster-unreachable');
  if (poster && isRefused(poster, pairIdOf(post.ownerId, viewer.personId), campaign.limits, nowMs))
    throw refuse('contact-refused');
  const household = post.board === 'spare' && forWhom ? withKnownGroups(forWhom) : undefined;
  const summary = itemNames(post.items, campaign.catalogue);
  const asked = grant ?? newGrant({ id: grantId, post, viewer, summary, forWhom: household, nowMs });
  const limit = admissionLimit(post, campaign.limits);
  if (!givesNumber(post, nowMs)) return { kind: 'call-back', grant: asked, post, person, limit };
  const charged = charge(person, grantId, campaign.limits, nowMs);
  if (!charged)
    throw refuse('contact-quota-used', {
      message: quotaUsedSentence(quotaAt(person, campaign.limits, nowMs), nowMs),
    });
  return {
    kind: 'record',
    grant: intended(asked, { openedBy: 'viewer', bindingHours: campaign.limits.bindingHours, nowMs }),
    post,
    person: charged,
    limit,
  };
}

/** Decides whether a poster may answer a call-back request; throws why not. It is charged to neither side. */
export async function intendForPoster(
  { read }: Reader,
  {
    grantId,
    nowMs,
    refuse,
  }: {
    grantId: string;
    nowMs: number;
    refuse: Refuse<PostRefusal | 'blocked' | 'poster-unreachable' | 'contact-ended'>;
  },
): Promise<Intent> {
  const grant = await read('grants', grantId);
  if (!grant) throw refuse('not-found');
  if (grant.state !== 'asked') return existing(grant, nowMs, refuse);
  const post = await openPost({ read }, grant.postId, nowMs, refuse);
  if ((await read('persons', grant.posterId))?.blockedAtMs) throw refuse('blocked');
  // The viewer is blocked, which the poster must not learn.
  if ((await read('persons', grant.viewerId))?.blockedAtMs) throw refuse('poster-unreachable');
  return {
    kind: 'record',
    grant: intended(grant, { openedBy: 'poster', bindingHours: campaign.limits.bindingHours, nowMs }),
    post,
    person: null,
    limit: Infinity,
  };
}

/**
 * Records an intent: grant, charge and place together, so that each limit holds for any number of simultaneous taps.
 * @returns null when the post has no place left; nothing is recorded then. Else the silent viewer who made room, if one had to, and
 * whether the post was never contacted before.
 */
export async function record(
  ordered: WritingFor,
  { grant, person, limit }: Extract<Intent, { kind: 'record' }>,
  nowMs: number,
): Promise<(Pick<Room, 'silent'> & { isFirst: boolean }) | null> {
  const known = await ordered.read('admissions', grant.postId);
  const admission = known ?? newAdmission(grant.postId);
  const room = await makeRoom(ordered, admission, grant._id, { limit, nowMs });
  if (!room) return null;
  // The grant names both sides, so an erasure of either must be able to stop this write.
  for (const personId of [grant.viewerId, grant.posterId]) await ordered.alsoFor(personId);
  await ordered.write('admissions', room.admission);
  if (person) await ordered.write('persons', person);
  await ordered.write('grants', grant);
  return { silent: room.silent, isFirst: known === null };
}

function existing(grant: GrantDocument, nowMs: number, refuse: Refuse<'contact-ended'>): Intent {
  if (grant.state === 'intended' || isCallable(grant, nowMs)) return { kind: 'existing', grant };
  throw refuse('contact-ended');
}

type PostRefusal = 'not-found' | 'post-closed';

async function openPost(
  { read }: Reader,
  postId: string,
  nowMs: number,
  refuse: Refuse<PostRefusal>,
): Promise<PostDocument> {
  const post = await read('posts', postId);
  if (!post) throw refuse('not-found');
  if (statusAt(post, nowMs) !== 'published') throw refuse('post-closed');
  return post;
}
