import { setTimeout as sleep } from 'node:timers/promises';
import { createCalls, type Kind } from './calls';
import { createHttpLines } from './http-lines';
import { killInTheMiddle } from './kill-in-the-middle';
import { startProductProcess, type ProductProcess } from './product-process';
import { copiedFolder, seededMs } from './seeded-folder';
import { createSpent, type Spent } from './spent';
import { visitOnce, type Acknowledged } from './visit';
import { planVisits } from './visits';

export interface LaunchOptions {
  posts: number;
  /** Visits a second, on average. */
  perSecond: number;
  seconds: number;
  /** Whether instances, providers and the whole product are killed in the middle. */
  kill: boolean;
}

export interface LaunchReport {
  visits: number;
  served: number;
  /** From the first visit's beginning until the last one's end. */
  lastedMs: number;
  calls: number;
  ms: ReadonlyMap<Kind, number[]>;
  failures: ReadonlyMap<string, number>;
  acknowledged: Acknowledged;
  /** How many of these are not found afterwards. */
  lost: number;
  spent: Spent;
}

const sampledEveryMs = 5_000;

/** A launch: visits arrive at their own times, however slow the product is, each on a product with so many posts. */
export async function runLaunch(options: LaunchOptions): Promise<LaunchReport> {
  const visits = planVisits(options.perSecond, options.seconds);
  const dataDir = copiedFolder(options.posts);
  const openids = visits.filter(({ takesPart }) => takesPart !== null).map(({ openid }) => openid);
  const startedAtMs = Date.now();
  const start = (port: number) =>
    startProductProcess({ dataDir, port, openids, nowMs: seededMs + Date.now() - startedAtMs });
  const product = { now: await start(0) };
  const { port } = product.now;
  const lines = createHttpLines(port);
  const calls = createCalls(lines);
  const acknowledged: Acknowledged = { members: [], posts: [], grants: [], reports: [] };
  const spent = createSpent();
  const sampling = setInterval(() => void spent.note(product.now).catch(() => undefined), sampledEveryMs);
  try {
    await spent.begin(product.now);
    const beganMs = performance.now();
    const killing = options.kill ? killInTheMiddle(product, options.seconds, start, spent) : undefined;
    const under: Promise<boolean>[] = [];
    for (const visit of visits) {
      await sleep(beganMs + visit.atMs - performance.now());
      under.push(visitOnce(calls, visit, acknowledged));
    }
    const served = (await Promise.all(under)).filter(Boolean).length;
    const lastedMs = performance.now() - beganMs;
    await killing;
    clearInterval(sampling);
    const answered = [...calls.ms.values()].reduce((sum, list) => sum + list.length, 0);
    const failed = [...calls.failures.values()].reduce((sum, count) => sum + count, 0);
    return {
      visits: visits.length,
      served,
      lastedMs,
      calls: answered + failed,
      ms: calls.ms,
      failures: calls.failures,
      spent: await spent.end(product.now),
      acknowledged,
      lost: await countLost(product.now, acknowledged),
    };
  } finally {
    clearInterval(sampling);
    lines.close();
    await product.now.end();
  }
}

/** So many ids are looked for at once. */
const pageSize = 200;

async function countLost(product: ProductProcess, acknowledged: Acknowledged): Promise<number> {
  let lost = 0;
  for (const [collection, ids] of Object.entries(acknowledged)) {
    const wanted = [...new Set(ids)];
    for (let at = 0; at < wanted.length; at += pageSize) {
      const page = wanted.slice(at, at + pageSize);
      lost += page.length - (await product.find(collection, page)).length;
    }
  }
  return lost;
}
