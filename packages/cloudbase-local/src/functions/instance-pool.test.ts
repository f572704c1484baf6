import type { Instance } from './instance';
import { createInstancePool, type PoolOptions } from './instance-pool';

interface Started {
  instance: Instance;
  die(): void;
  ended: boolean;
}

function poolOf(options: Partial<PoolOptions> = {}) {
  const started: Started[] = [];
  const pool = createInstancePool({
    maxInstances: 2,
    maxWaiting: 10,
    idleMs: 60_000,
    start: () => {
      const each: Started = { ended: false, die: () => (alive = false), instance: undefined as never };
      let alive = true;
      each.instance = {
        get alive() {
          return alive;
        },
        invoke: () => Promise.resolve('null'),
        end: () => {
          each.ended = true;
          return Promise.resolve();
        },
      };
      started.push(each);
      return Promise.resolve(each.instance);
    },
    ...options,
  });
  return { pool, started };
}

/** Work that a test ends. */
function work() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { run: () => ended, end: () => end() };
}

describe('instances of a function', () => {
  test('one warm instance serves calls one after another', async () => {
    const { pool, started } = poolOf();
    for (let i = 0; i < 5; i += 1) await pool.use(() => Promise.resolve());
    expect(started).toHaveLength(1);
    await pool.close();
  });

  test('there are never more than the maximum, and waiting calls are served in turn', async () => {
    const { pool, started } = poolOf();
    const order: number[] = [];
    const gate = work();
    const all = Array.from({ length: 6 }, (_, i) => pool.use(async () => (order.push(i), gate.run())));
    await new Promise((resolve) => setImmediate(resolve));
    expect(order).toEqual([0, 1]);
    gate.end();
    await Promise.all(all);
    expect(order).toEqual([0, 1, 2, 3, 4, 5]);
    expect(started).toHaveLength(2);
    await pool.close();
  });

  test('calls beyond the waiting limit are refused as the platform refuses them', async () => {
    const { pool } = poolOf({ maxInstances: 1, maxWaiting: 1 });
    const gate = work();
    const first = pool.use(gate.run);
    const second = pool.use(gate.run);
    await expect(pool.use(gate.run)).rejects.toMatchObject({ code: 'EXCEED_CONCURRENT_REQUEST_LIMIT' });
    gate.end();
    await Promise.all([first, second]);
    await pool.close();
  });

  test('a call that would wait too long is refused at once, except for one that each instance serves next', async () => {
    const { pool } = poolOf({ maxInstances: 1, maxWaitMs: 0 });
    await pool.use(() => new Promise((resolve) => setTimeout(resolve, 5)));
    const gate = work();
    const atWork = pool.use(gate.run);
    const next = pool.use(gate.run);
    await expect(pool.use(gate.run)).rejects.toMatchObject({ code: 'EXCEED_CONCURRENT_REQUEST_LIMIT' });
    gate.end();
    await Promise.all([atWork, next]);
    await pool.use(() => Promise.resolve());
    await pool.close();
  });

  test('a dead instance frees its place for a new one', async () => {
    const { pool, started } = poolOf({ maxInstances: 1 });
    await pool.use(() => Promise.resolve(started[0]?.die()));
    await pool.use(() => Promise.resolve());
    expect(started).toHaveLength(2);
    expect(pool.size).toBe(1);
    await pool.close();
  });

  test('a failed start frees its place', async () => {
    let broken = true;
    const good = poolOf().pool;
    const { pool } = poolOf({
      maxInstances: 1,
      start: () =>
        broken
          ? Promise.reject(new Error('does not load'))
          : good.use((instance) => Promise.resolve(instance)),
    });
    await expect(pool.use(() => Promise.resolve())).rejects.toThrow('does not load');
    broken = false;
    await expect(pool.use(() => Promise.resolve('served'))).resolves.toBe('served');
    await pool.close();
  });

  test('replace() ends warm instances at once and busy ones after their work', async () => {
    const { pool, started } = poolOf();
    const gate = work();
    const busy = pool.use(gate.run);
    await pool.use(() => Promise.resolve());
    pool.replace();
    expect(started.map((each) => each.ended)).toEqual([false, true]);
    gate.end();
    await busy;
    expect(started.map((each) => each.ended)).toEqual([true, true]);
    await pool.use(() => Promise.resolve());
    expect(started).toHaveLength(3);
    await pool.close();
  });

  test('closing also ends an instance that is still loading its code, and starts no other', async () => {
    const ended: string[] = [];
    let loaded: (instance: Instance) => void = () => undefined;
    const { pool } = poolOf({ start: () => new Promise((resolve) => (loaded = resolve)) });
    const call = pool.use(() => Promise.resolve('answer'));
    const closing = pool.close();
    loaded({
      alive: true,
      invoke: () => Promise.resolve('null'),
      end: () => Promise.resolve(void ended.push('ended')),
    });
    await closing;
    await expect(call).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
    expect(ended).toContain('ended');
    await expect(pool.use(() => Promise.resolve())).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' });
  });
});
