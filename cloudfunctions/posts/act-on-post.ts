import type { PostDocument } from '../shared/contract/documents';
import type { OpenedPost } from '../shared/contract/post';
import { decidePostAction, type PostAction } from '../shared/domain/post-life';
import { changePost, findPost } from '../shared/adapters/post-store';
import { readDocument } from '../shared/adapters/ordered-writes';
import { settleContacts } from '../shared/adapters/settle-contacts';
import type { Member } from '../shared/kernel/actor';
import { CallError } from '../shared/kernel/call-error';
import { campaign } from '../shared/kernel/campaign';
import type { Invocation } from '../shared/kernel/procedure';
import { openedPost } from './post-view';

/** How often an action starts over because the post changed between reading and writing. */
const attempts = 5;

export async function loadPost(input: { id: string }): Promise<PostDocument> {
  const post = await findPost(input.id);
  if (!post) throw new CallError('not-found');
  return post;
}

/** The use case of every owner's action on a post: decide, change it if it is still as seen, answer the new state. */
export function actOnPost<I extends { id: string }>(actionOf: (input: I) => PostAction) {
  return async (
    input: I,
    loaded: PostDocument,
    member: Member,
    { nowMs }: Invocation,
  ): Promise<OpenedPost> => {
    const action = actionOf(input);
    if (action.kind === 'renew') await refuseBlocked(member);
    let post = loaded;
    for (let attempt = 0; attempt < attempts; attempt += 1) {
      const decided = decidePostAction(post, action, nowMs, campaign.limits);
      if (decided.decision === 'refuse') throw new CallError(decided.reason);
      if (decided.decision === 'already') return openedPost(post, member, nowMs);
      if (await changePost(post, decided.fields)) {
        // Nobody should be called about what is given away.
        if (decided.fields.closedAtMs) await settleContacts(post._id);
        return openedPost({ ...post, ...decided.fields }, member, nowMs);
      }
      post = await loadPost(input);
    }
    throw new CallError('busy', { cause: 'changed-by-others' });
  };
}

/** Who is blocked may end what is open, and not keep it on the board. */
async function refuseBlocked({ personId }: Member): Promise<void> {
  const person = await readDocument('persons', personId);
  if (person?.blockedAtMs) throw new CallError('blocked');
}
