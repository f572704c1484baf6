import type { Random } from '../fixtures/random';
import { postId } from '../fixtures/posts';

/** One portion of a post is given away, if the post is open and has one left: a conditional, durable update. */
export interface Giver {
  readonly name: string;
  /** The number of updates at once, for engines where a trial chose it. */
  readonly note?: string;
  /** Answers whether a portion was left. Resolves when the change is on disk. */
  give(id: string): Promise<boolean>;
}

export interface Gave {
  given: number;
  spentMs: number;
}

/** Gives away one portion of each post, `atOnce` of them at a time. */
export async function giveAll(giver: Giver, ids: readonly string[], atOnce: number): Promise<Gave> {
  const left = ids.values();
  let given = 0;
  const startedAt = performance.now();
  const worker = async (): Promise<void> => {
    for (const id of left) if (await giver.give(id)) given += 1;
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return { given, spentMs: performance.now() - startedAt };
}

export const drawIds = (random: Random, posts: number, count: number): string[] =>
  Array.from({ length: count }, () => postId(random.below(posts)));
