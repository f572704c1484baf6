import { campaign } from '../../cloudfunctions/shared/kernel/campaign';
import { unendedStatuses } from '../../cloudfunctions/shared/domain/post-life';
import { storeOf } from '../../scripts/operators/store';
import type { Product } from '../../tests/integration/product';

/** A condition that a document meets about which a function's timer has something to do. */
type Due = readonly [collection: string, condition: Record<string, unknown>];

const hourMs = 3_600_000;

/**
 * The functions whose timers have something to do at a moment, asked of the database directly. A timer with nothing to do costs a dozen
 * operations over HTTP; each runs once an hour all the same, for what follows from no single document.
 */
export function createDueTimers({ cloud }: Pick<Product, 'cloud'>): (nowMs: number) => Promise<Set<string>> {
  const store = storeOf(cloud.database);
  const ranAtMs = new Map<string, number>();
  const isAny = async (all: readonly Due[]): Promise<boolean> => {
    for (const [collection, condition] of all)
      if ((await store.find(collection, condition, 1)).length > 0) return true;
    return false;
  };
  return async (nowMs) => {
    const due = new Set<string>();
    for (const [name, conditions] of Object.entries(conditionsOf)) {
      const lastMs = ranAtMs.get(name) ?? 0;
      // What the other two write is news.
      const isDue = nowMs - lastMs >= hourMs || (name === 'news' && due.size > 0);
      if (!isDue && !(await isAny(conditions(nowMs, lastMs)))) continue;
      due.add(name);
      ranAtMs.set(name, nowMs);
    }
    return due;
  };
}

const conditionsOf: Record<string, (nowMs: number, lastMs: number) => Due[]> = {
  posts: (nowMs, lastMs) => {
    const renewalMs = campaign.limits.renewalMinutes * 60_000;
    return [
      ['posts', { status: 'published', questionDueAtMs: { $gt: 0, $lte: nowMs } }],
      ['posts', { status: { $in: [...unendedStatuses] }, expiresAtMs: { $lte: nowMs } }],
      ['posts', { status: 'published', expiresAtMs: { $gt: lastMs + renewalMs, $lte: nowMs + renewalMs } }],
    ];
  },
  contact: (nowMs) => [
    ['grants', { questionDueAtMs: { $gt: 0, $lte: nowMs } }],
    ['grants', { state: 'bound', expiresAtMs: { $lte: nowMs } }],
    ['grants', { state: { $in: ['intended', 'ending'] } }],
  ],
  news: (nowMs, lastMs) => [
    ['news', { sending: 'due' }],
    ['rounds', { nextAtMs: { $gt: 0, $lte: nowMs } }],
    ['posts', { status: 'published', publishedAtMs: { $gt: lastMs } }],
  ],
};
