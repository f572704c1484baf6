import { erasedBeforeMs, idleOrUntilMs } from '../shared/domain/idle-account';
import { accountsDue, latestOf, postsClosedBefore, removePosts } from '../shared/adapters/erasure';
import { accountsOf } from '../shared/adapters/member-store';
import { inOrder, readDocument, type Ordered } from '../shared/adapters/ordered-writes';
import { campaign } from '../shared/kernel/campaign';
import type { Failures } from '../shared/kernel/failures';
import { beginErasing, finishErasing } from './erase-account';
import { eraseGrants } from './erase-grants';
import { erasePerson } from './erase-person';

/** A run starts no new work after this; the function's own timeout is twice as long. */
const budgetMs = 10_000;

export interface ErasureReport {
  posts: number;
  accounts: number;
  /** Whether everything that was due is erased. */
  isDone: boolean;
}

/**
 * Erases on schedule: posts and their contacts some days after the post's end, and then accounts that have nothing
 * left. Each is erased by itself, and one that fails is skipped until the next run. A run does a bounded part. Two
 * simultaneous runs do no harm, because each step may be repeated.
 */
export async function eraseEnded(nowMs: number, failures: Failures): Promise<ErasureReport> {
  const startedMs = performance.now();
  const hasTime = (): boolean => performance.now() - startedMs < budgetMs;
  const report: ErasureReport = { posts: 0, accounts: 0, isDone: false };
  for (let failed = 0; hasTime();) {
    const postIds = await postsClosedBefore(erasedBeforeMs(nowMs, campaign.limits), failed);
    if (postIds.length === 0) break;
    const emptied: string[] = [];
    // Erases the contacts first, because they are found through the post.
    for (const postId of postIds)
      await failures.attempt(async () => {
        await eraseGrants({ postId });
        emptied.push(postId);
      });
    await removePosts(emptied);
    report.posts += emptied.length;
    failed += postIds.length - emptied.length;
  }
  for (let failed = 0; hasTime();) {
    const openids = await accountsDue(nowMs, failed);
    if (openids.length === 0) return { ...report, isDone: failures.count === 0 };
    for (const openid of openids) {
      const isErased = await failures.attempt(() => eraseIfIdle(openid, nowMs));
      if (isErased === null) failed += 1;
      if (isErased) report.accounts += 1;
    }
  }
  return report;
}

async function eraseIfIdle(openid: string, nowMs: number): Promise<boolean> {
  const account = await readDocument('members', openid);
  // Another task removes tombstones.
  if (!account || account.erasedAtMs !== null) return false;
  const { personId } = account;
  const person = personId === null ? null : await readDocument('persons', personId);
  const signs = personId === null ? { post: null, grant: null } : await latestOf(personId);
  const answer = idleOrUntilMs({ account, ...signs }, campaign.limits, nowMs);
  if (answer !== 'idle') {
    await inOrder(async (ordered) => {
      const member = await ordered.read('members', openid);
      if (member) await ordered.write('members', { ...member, checkAtMs: answer });
    });
    return false;
  }
  const others = personId === null ? [] : (await accountsOf(personId)).filter(({ _id }) => _id !== openid);
  // An account that acted since this run began to look is not idle.
  const isDue = async ({ read }: Ordered): Promise<boolean> => {
    const now = {
      account: await read('members', openid),
      person: personId && (await read('persons', personId)),
    };
    return now.account?.revision === account.revision && (now.person || null)?.revision === person?.revision;
  };
  const begun = await beginErasing(openid, nowMs, { alone: others.length > 0, isDue });
  if (begun === undefined) return false;
  if (begun !== null && others.length === 0) await erasePerson(begun, nowMs);
  else await finishErasing([openid], null);
  return true;
}
