import type { ErrorCode } from '@facts/errors';
import type { Call } from '../shared/contract/call';
import type { PostDocument } from '../shared/contract/documents';
import type { OpenedPost } from '../shared/contract/post';
import type { postsCalls } from '../shared/contract/posts-calls';
import { solvedCounts } from '../shared/domain/counts';
import { decidePostAction, type PostDecision } from '../shared/domain/post-life';
import { kept } from '../shared/domain/post-question';
import { readDocument } from '../shared/adapters/ordered-writes';
import { changePost, type PostChange } from '../shared/adapters/post-store';
import { closeReview } from '../shared/adapters/review-store';
import { settleContacts } from '../shared/adapters/settle-contacts';
import type { Member } from '../shared/kernel/actor';
import { campaign } from '../shared/kernel/campaign';
import { count } from '../shared/kernel/counting';
import type { OwnerUseCase } from '../shared/kernel/procedure';
import type { Refuse } from '../shared/kernel/refuse';
import { withPhotos } from './post-photos';
import { openedPost } from './post-view';

type OnPost<C extends Call> = OwnerUseCase<C, PostDocument>;

/** How often an action starts over because the post changed between reading and writing. */
const attempts = 5;

export const renewPost: OnPost<typeof postsCalls.renew> = async (_input, post, owner, { nowMs, refuse }) => {
  // A blocked person may end what is open, but not keep it on the board.
  if ((await readDocument('persons', owner.personId))?.blockedAtMs) throw refuse('blocked');
  return act((seen) => decidePostAction(seen, { kind: 'renew' }, nowMs, campaign.limits), post, owner, {
    nowMs,
    refuse,
  });
};

export const withdrawPost: OnPost<typeof postsCalls.withdraw> = (_input, post, owner, call) =>
  act((seen) => decidePostAction(seen, { kind: 'withdraw' }, call.nowMs, campaign.limits), post, owner, call);

export const fulfilPost: OnPost<typeof postsCalls.fulfil> = (_input, post, owner, call) =>
  act((seen) => decidePostAction(seen, { kind: 'fulfil' }, call.nowMs, campaign.limits), post, owner, call);

export const givePortions: OnPost<typeof postsCalls.give> = ({ leftBefore, leftAfter }, post, owner, call) =>
  act(
    (seen) => decidePostAction(seen, { kind: 'give', leftBefore, leftAfter }, call.nowMs, campaign.limits),
    post,
    owner,
    call,
  );

/** An owner who lengthens a post or gives a portion of it shows that it still holds, and is not asked about it. */
function signOfLife(post: PostDocument, nowMs: number): PostChange {
  if (post.status !== 'published') return {};
  const { question, questionDueAtMs, goneBy, confirmedAtMs, isResting, priority, timeRank } = kept(
    post,
    nowMs,
    campaign.limits,
  );
  return { question, questionDueAtMs, goneBy, confirmedAtMs, isResting, priority, timeRank };
}

/** An example: 到期前 12 小时里可以延长。 */
const detailOf = (reason: ErrorCode): { message?: string } =>
  reason === 'renewal-early'
    ? { message: `到期前 ${Math.round(campaign.limits.renewalMinutes / 60)} 小时里可以延长，现在还早。` }
    : {};

/** Every owner's action on a post: decide, change the post if it is still as seen, answer its new state. */
async function act<Reason extends ErrorCode>(
  decide: (post: PostDocument) => PostDecision<Reason>,
  found: PostDocument,
  owner: Member,
  { nowMs, refuse }: { nowMs: number; refuse: Refuse<Reason | 'not-found' | 'busy'> },
): Promise<OpenedPost> {
  let post = found;
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const decided = decide(post);
    if (decided.decision === 'refuse') throw refuse(decided.reason, detailOf(decided.reason));
    if (decided.decision === 'already') return withPhotos(openedPost(post, owner, nowMs), post);
    const fields = { ...decided.fields, ...signOfLife({ ...post, ...decided.fields }, nowMs) };
    if (await changePost(post, fields)) {
      if (decided.fields.status === 'fulfilled') count(solvedCounts(post, nowMs));
      // No phone should ring about something that is already given away.
      if (decided.fields.closedAtMs) await settleContacts(post._id);
      if (post.status !== 'published') await closeReview(post._id, nowMs);
      return withPhotos(openedPost({ ...post, ...fields }, owner, nowMs), post);
    }
    const now = await readDocument('posts', post._id);
    if (!now) throw refuse('not-found');
    post = now;
  }
  throw refuse('busy', { cause: 'changed-by-others' });
}
