import type { Board } from '../../cloudfunctions/shared/contract/board';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { createHomes } from './homes';
import { contents } from './invented-content';
import { createOwners } from './owners';
import { hourMs, lifeHours, postDocument } from './post-document';
import type { Ending } from './post-document';
import { publishTimes } from './publish-times';
import { createRandom } from './random';
import type { Random } from './random';

/** How many needs there are for every spare. */
const spareShare = 0.2;
/** Shares of the posts that ended early: helped, and withdrawn. */
const fulfilledShare = 0.1;
const withdrawnShare = 0.03;

/**
 * Invents posts one after another. The same seed, number and moment give the same posts, byte for byte. Times lie
 * within one lifetime of each board before `nowMs`, and no post ends within half an hour after it.
 */
export function* inventedPosts(count: number, nowMs: number, seed = 20221213): Generator<PostDocument> {
  const random = createRandom(seed);
  const drawOwner = createOwners(createHomes().draw);
  const draw: Record<Board, { content: ReturnType<typeof contents>; time(random: Random): number }> = {
    need: { content: contents('need', nowMs), time: publishTimes(nowMs, lifeHours.need) },
    spare: { content: contents('spare', nowMs), time: publishTimes(nowMs, lifeHours.spare) },
  };
  for (let i = 0; i < count; i += 1) {
    const board = random.chance(spareShare) ? 'spare' : 'need';
    const { content, time } = draw[board];
    const publishedAtMs = time(random);
    yield postDocument(
      random.hexId(),
      board,
      drawOwner(random),
      content(random),
      publishedAtMs,
      endingOf(publishedAtMs, nowMs, random),
    );
  }
}

/** If help came at all, it came within one to four hours. */
function endingOf(publishedAtMs: number, nowMs: number, random: Random): Ending {
  const closedAtMs = Math.round(publishedAtMs + (0.3 + random.unit() * 3.7) * hourMs);
  const chance = random.unit();
  if (closedAtMs >= nowMs || chance >= fulfilledShare + withdrawnShare) return { status: 'published' };
  return { status: chance < fulfilledShare ? 'fulfilled' : 'withdrawn', closedAtMs };
}
