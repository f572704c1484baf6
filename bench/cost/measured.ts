import type { CallName, FunctionName } from '../../cloudfunctions/shared/contract/contract';
import { nowMs } from '../../packages/sqlite-document-database/bench/fixtures/posts';
import { startProduct, type Product } from '../../tests/integration/product';
import { fillHouse } from '../plans/full-house';
import { planSteps } from '../plans/steps';

/** The platform's work for calls, counted at the local cloud. */
export interface Work {
  calls: number;
  databaseReads: number;
  databaseWrites: number;
  storage: number;
  /** Of WeChat's interfaces. */
  openApi: number;
  answerBytes: number;
  /** Of one caller alone, with warm instances; includes the providers that run locally. */
  ms: number;
}

/** A call by function and name, such as `posts.publish`; `timers` is all timers of an hour. */
export type WorkOfCalls = ReadonlyMap<string, Work>;

export const noWork: Work = {
  calls: 0,
  databaseReads: 0,
  databaseWrites: 0,
  storage: 0,
  openApi: 0,
  answerBytes: 0,
  ms: 0,
};

/** Makes every call and runs every timer once on a product with this many posts. A call that is made twice counts as its first. */
export async function measureCalls(posts: number): Promise<WorkOfCalls> {
  const product = await startProduct({ nowMs });
  const measured = new Map<string, Work>();
  try {
    await fillHouse(product, posts);
    await product.cloud.warmUp();
    for (const { name, isTimers = false, run } of await planSteps(counting(product, measured))) {
      const before = product.cloud.operations();
      await run();
      if (isTimers) measured.set(name, { ...noWork, ...difference(before, product.cloud.operations()) });
    }
    return measured;
  } finally {
    await product.close();
  }
}

function counting(product: Product, measured: Map<string, Work>): Product {
  return {
    ...product,
    async call<F extends FunctionName, C extends CallName<F>>(
      ...[functionName, call, input, openid]: Parameters<typeof product.call<F, C>>
    ) {
      const startedMs = performance.now();
      const answer = await product.call(functionName, call, input, openid);
      const ms = performance.now() - startedMs;
      const { requestId, ...sent } = answer;
      const name = `${functionName}.${call}`;
      if (!measured.has(name))
        measured.set(name, {
          ...noWork,
          ...withCaller(countsOf(product.cloud.operations(requestId))),
          answerBytes: Buffer.byteLength(JSON.stringify(sent)),
          ms,
        });
      return answer;
    },
  };
}

const difference = (before: Record<string, number>, after: Record<string, number>): Partial<Work> =>
  countsOf(
    Object.fromEntries(
      Object.entries(after).map(([action, count]) => [action, count - (before[action] ?? 0)]),
    ),
  );

const withCaller = (work: Partial<Work>): Partial<Work> => ({ ...work, calls: (work.calls ?? 0) + 1 });

/** Starting and ending a transaction are requests too, and are counted as writes. */
function countsOf(operations: Record<string, number>): Partial<Work> {
  const sum = (belongs: (action: string) => boolean): number =>
    Object.entries(operations)
      .filter(([action]) => belongs(action))
      .reduce((total, [, count]) => total + count, 0);
  const isDatabase = (action: string) => action.startsWith('database.');
  const isRead = (action: string) => /\.(get|aggregate|calculate|count)/.test(action);
  const isCall = (action: string) => action === 'functions.invokeFunction';
  return {
    calls: sum(isCall),
    databaseReads: sum((action) => isDatabase(action) && isRead(action)),
    databaseWrites: sum((action) => isDatabase(action) && !isRead(action)),
    storage: sum((action) => action.startsWith('storage.')),
    openApi: sum((action) => !isDatabase(action) && !action.startsWith('storage.') && !isCall(action)),
  };
}
