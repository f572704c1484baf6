import {
  beginRound,
  dueRounds,
  publishedAfter,
  readCursor,
  saveCursor,
  withRound,
} from '../../shared/adapters/match-store';
import type { Failures } from '../../shared/kernel/failures';
import { runWave } from './run-wave';

const cursorId = 'matching';
const pageSize = 200;
/** A post is stored a little after the moment that it carries, so the last two minutes are read again. */
const overlapMs = 2 * 60_000;
/** A run starts no new wave after this. */
const budgetMs = 8_000;

/** Begins a round for each new post, and goes on with the rounds that are due. */
export async function matchPosts(
  nowMs: number,
  failures: Failures,
): Promise<{ begun: number; waves: number }> {
  const startedMs = performance.now();
  const hasTime = (): boolean => performance.now() - startedMs < budgetMs;
  const begun = (await failures.attempt(() => beginRounds(nowMs, hasTime))) ?? 0;
  let waves = 0;
  while (hasTime()) {
    const due = await dueRounds(nowMs, pageSize);
    // After a quiet night many are due at once: the post that came first goes first.
    due.sort((a, b) => (a.nextAtMs ?? 0) - (b.nextAtMs ?? 0) || a.startedAtMs - b.startedAtMs);
    for (const round of due) {
      if (!hasTime()) break;
      if (await failures.attempt(() => runWave(round._id, nowMs))) waves += 1;
    }
    // A ring without anybody to notify is passed at once, so its round is due again.
    if (due.length === 0 || failures.count > 0) break;
  }
  return { begun, waves };
}

async function beginRounds(nowMs: number, hasTime: () => boolean): Promise<number> {
  let begun = 0;
  // What was published before the first run ever is old news.
  let afterMs = (await readCursor(cursorId)) ?? nowMs;
  while (hasTime()) {
    const posts = await publishedAfter(afterMs - overlapMs, pageSize);
    const known = await withRound(posts.map(({ _id }) => _id));
    for (const post of posts)
      if (!known.has(post._id)) {
        await beginRound(post, nowMs);
        begun += 1;
      }
    const last = posts.at(-1)?.publishedAtMs ?? nowMs;
    if (posts.length < pageSize || last - overlapMs <= afterMs - overlapMs) {
      await saveCursor(cursorId, nowMs);
      return begun;
    }
    afterMs = last + overlapMs;
    await saveCursor(cursorId, last);
  }
  return begun;
}
