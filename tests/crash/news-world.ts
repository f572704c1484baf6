import { DroppedConnection } from 'cloudbase-local';
import { startProduct, type Product } from '../integration/product';
import { createDeath, type Death } from './death';

/** The product with its phones, whose functions may die between any two steps of the database and of WeChat. */
export interface NewsWorld {
  product: Product;
  during: Death['during'];
  /** The posts that each phone has had a message of, with repetitions. */
  phones: Map<string, string[]>;
  /** A minute, in which no timer runs but those of these functions. */
  minute(awake: readonly string[]): Promise<void>;
}

const functionNames = ['contact', 'identity', 'moderation', 'news', 'posts'];
const minuteMs = 60_000;

export async function startNewsWorld(nowMs: number): Promise<NewsWorld> {
  const phones = new Map<string, string[]>();
  const product = await startProduct(
    { nowMs },
    {
      onMessage: (openid, { page, data }) => {
        const values = Object.values(data).map(({ value }) => value);
        phones.set(openid, [...(phones.get(openid) ?? []), `${page ?? ''} ${values.join()}`]);
      },
    },
    (openApi) => async (name, args, caller) => {
      await pass('wechat', 'before');
      const answer = await openApi(name, args, caller);
      await pass('wechat', 'after');
      return answer;
    },
  );
  const { cloud } = product;
  const death = createDeath({
    function: async () => {
      for (const name of ['contact', 'news']) await cloud.killInstances(name);
    },
  });
  let isWatched = false;
  async function pass(where: 'database' | 'wechat', phase: 'before' | 'after'): Promise<void> {
    if (isWatched && (await death.judge(where, phase)) === 'drop') throw new DroppedConnection();
  }
  const handle = cloud.database.handle.bind(cloud.database);
  cloud.database.handle = async (action, body, rows) => {
    await pass('database', 'before');
    const answer = await handle(action, body, rows);
    await pass('database', 'after');
    return answer;
  };
  return {
    product,
    phones,
    during: async (blow, work) => {
      isWatched = true;
      try {
        return await death.during(blow, work);
      } finally {
        isWatched = false;
      }
    },
    minute: async (awake) => {
      const asleep = functionNames.filter((name) => !awake.includes(name));
      const wakes = asleep.map((functionName) => cloud.faults.add({ functionName, kind: 'error' }));
      await cloud.clock.advance(minuteMs, { fire: 'once' });
      for (const wake of wakes) wake();
    },
  };
}
