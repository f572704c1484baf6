import type { Failures } from './failures';

interface Due {
  /** A page of ids, the longest due first; `skip` of them are passed over. Empty when nothing is left. */
  page(skip: number): Promise<string[]>;
  /** Settles one; false when there was nothing to do for it. */
  settle(id: string): Promise<boolean>;
  failures: Failures;
  /** A run starts no new page after this. */
  budgetMs: number;
}

/** Settles what is due, each by itself: one that fails is passed over until the next run. Answers how many were settled. */
export async function settleDue({ page, settle, failures, budgetMs }: Due): Promise<number> {
  const untilMs = performance.now() + budgetMs;
  let settled = 0;
  for (let skipped = 0; performance.now() < untilMs;) {
    const ids = await page(skipped);
    if (ids.length === 0) break;
    for (const id of ids) {
      if (await failures.attempt(() => settle(id))) settled += 1;
      else skipped += 1;
    }
  }
  return settled;
}
