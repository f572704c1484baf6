import { bandText, distanceBand } from '@facts/distance-bands';
import type { PostDocument } from '../../shared/contract/documents';
import { itemNames } from '../../shared/domain/item-names';
import {
  afterWave,
  byTurn,
  codesLike,
  mayBeNotified,
  quietUntilMs,
  recentMatches,
  restMs,
  ringMeters,
  waveSize,
  type Candidate,
} from '../../shared/domain/matching';
import { statusAt } from '../../shared/domain/post-life';
import { alertsNearby, madeGrants, needsNearby, notifiedAt } from '../../shared/adapters/match-store';
import { addNews, recipientsAbout } from '../../shared/adapters/news-store';
import { inOrder, readDocument, type Ordered } from '../../shared/adapters/ordered-writes';
import { campaign } from '../../shared/kernel/campaign';
import { grantIdOf } from '../../shared/kernel/grant-id';
import { newsOf } from '../../shared/kernel/news';

const dayMs = 86_400_000;

/** The result for one candidate. `full`: this wave may notify no further person. */
type Outcome = 'notified' | 'passed-over' | 'held-back' | 'full';

/**
 * One wave of a round: begins it, notifies one person after the other, ends it. Each step is a transaction of its own that writes
 * the round, so the next run continues an interrupted one, and two at once notify no person twice and no more than the wave may.
 * @returns whether anybody was notified
 */
export async function runWave(postId: string, nowMs: number): Promise<boolean> {
  const post = await beginWave(postId, nowMs);
  if (!post) return false;
  const candidates = await candidatesOf(post, nowMs);
  const resting = await restingAmong(candidates, post, nowMs);
  let heldBack = resting.size > 0;
  let hasTold = false;
  for (const candidate of candidates) {
    if (resting.has(candidate.ownerId)) continue;
    const outcome = await notify(post._id, candidate, nowMs);
    if (outcome === 'full') break;
    heldBack ||= outcome === 'held-back';
    hasTold ||= outcome === 'notified';
  }
  await inOrder(async ({ read, write }) => {
    const round = await read('rounds', postId);
    if (!round || round.left === null) return;
    const { headStartMinutes } = campaign.limits.matching;
    await write('rounds', afterWave(round, { heldBack, nowMs, headStartMinutes }));
  });
  return hasTold;
}

/** The post, with its round in a wave; null when no person is to be notified now. */
async function beginWave(postId: string, nowMs: number): Promise<PostDocument | null> {
  return inOrder(async ({ read, write }) => {
    const round = await read('rounds', postId);
    if (!round || round.nextAtMs === null || round.nextAtMs > nowMs) return null;
    const post = await read('posts', postId);
    if (!post || statusAt(post, nowMs) !== 'published') {
      await write('rounds', { ...round, left: null, nextAtMs: null });
      return null;
    }
    if (post.isResting) {
      await write('rounds', { ...round, left: null, nextAtMs: nowMs + restMs });
      return null;
    }
    // Donors sleep at night; somebody who looks for medicine does not wait for the morning.
    const quietMs = post.board === 'need' ? quietUntilMs(campaign.limits.matching, nowMs) : null;
    if (quietMs !== null) {
      await write('rounds', { ...round, left: null, nextAtMs: quietMs });
      return null;
    }
    if (round.left !== null) return post;
    const admission = await read('admissions', postId);
    const left = waveSize(post, admission?.grants.length ?? 0, campaign.limits.matching);
    const nextAtMs = left === 0 ? nowMs + campaign.limits.matching.headStartMinutes * 60_000 : round.nextAtMs;
    await write('rounds', { ...round, left: left === 0 ? null : left, hasTold: false, nextAtMs });
    return left === 0 ? null : post;
  });
}

/** Those within the round's ring, in whose turn it is. */
async function candidatesOf(post: PostDocument, nowMs: number): Promise<Candidate[]> {
  const round = await readDocument('rounds', post._id);
  const nearby = {
    point: post.publicPoint.coordinates,
    codes: codesLike(post.itemCodes, campaign.catalogue),
    untilMeters: ringMeters[round?.ring ?? 0] ?? 0,
    nowMs,
  };
  const [needs, alerts, notified] = await Promise.all([
    post.board === 'spare' ? needsNearby(nearby) : [],
    alertsNearby(post.board, nearby, campaign.limits.matching.alertDays * dayMs),
    recipientsAbout(post._id, [kindOf(post)]),
  ]);
  return [...needs, ...alerts]
    .filter(({ ownerId }) => ownerId !== post.ownerId && !notified.has(ownerId))
    .sort(byTurn);
}

/**
 * Candidates who were notified of another post too lately, and would be notified of this one. They are left out by two reads, because
 * a wave looks at up to 400 candidates of whom most rest, and each transaction reads seven documents.
 */
async function restingAmong(
  candidates: readonly Candidate[],
  post: PostDocument,
  nowMs: number,
): Promise<Set<string>> {
  const ownerIds = [...new Set(candidates.map(({ ownerId }) => ownerId))];
  if (ownerIds.length === 0) return new Set();
  const resting = [...(await notifiedAt(ownerIds))]
    .filter(([, matchedAtMs]) => !mayBeNotified(matchedAtMs, campaign.limits.matching, nowMs))
    .map(([personId]) => personId);
  if (resting.length === 0) return new Set();
  const grantOf = (personId: string): string => grantIdOf(personId, post._id);
  const made = await madeGrants(resting.map(grantOf));
  return new Set(resting.filter((personId) => !made.has(grantOf(personId))));
}

/** Notifies one candidate, if it may be: decided and written together. */
async function notify(postId: string, candidate: Candidate, nowMs: number): Promise<Outcome> {
  return inOrder(async (ordered) => {
    const { read, write } = ordered;
    const round = await read('rounds', postId);
    if (!round?.left || round.nextAtMs === null || round.nextAtMs > nowMs) return 'full';
    const post = await read('posts', postId);
    if (!post || post.isResting || statusAt(post, nowMs) !== 'published') return 'full';
    if (candidate.ownerId === post.ownerId || !(await stillWaits(ordered, candidate, nowMs)))
      return 'passed-over';
    if (await read('grants', grantIdOf(candidate.ownerId, postId))) return 'passed-over';
    const news = matchNews(post, candidate, nowMs);
    if (await read('news', news._id)) return 'passed-over';
    const [person, owner] = [await read('persons', candidate.ownerId), await read('persons', post.ownerId)];
    if (!person || person.isErasing || person.erasedAtMs !== null || person.blockedAtMs !== null)
      return 'passed-over';
    // The post names its owner: of this and an erasure that overlap, the later one sees the other.
    if (!owner || owner.isErasing) return 'full';
    if (!mayBeNotified(person.matchedAtMs, campaign.limits.matching, nowMs)) return 'held-back';
    await write('persons', owner);
    await write('persons', { ...person, matchedAtMs: [...recentMatches(person.matchedAtMs, nowMs), nowMs] });
    await addNews(ordered, news);
    await write('rounds', { ...round, left: round.left - 1, hasTold: true });
    return 'notified';
  });
}

async function stillWaits({ read }: Ordered, { kind, id }: Candidate, nowMs: number): Promise<boolean> {
  if (kind === 'alert') return ((await read('alerts', id))?.untilMs ?? 0) > nowMs;
  const need = await read('posts', id);
  return need !== null && statusAt(need, nowMs) === 'published';
}

const kindOf = ({ board }: PostDocument) => (board === 'spare' ? 'match-spare' : 'match-need');

/** A person is notified of a post once at most, by whatever need or alert. */
const matchNews = (post: PostDocument, { ownerId, meters }: Candidate, nowMs: number) =>
  newsOf(kindOf(post), {
    to: { personId: ownerId },
    cause: post._id,
    postId: post._id,
    facts: {
      board: post.board,
      summary: itemNames(post.items, campaign.catalogue),
      count: post.portions?.left ?? null,
      place: `${post.regionLabel}，${bandText(distanceBand(meters))}`,
    },
    atMs: nowMs,
  });
