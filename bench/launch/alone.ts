import { bundledVersion } from '../../miniprogram/data/bundled-campaign';
import { table } from '../../packages/sqlite-document-database/bench/measure/table';
import { createCalls } from './calls';
import { createHttpLines } from './http-lines';
import { startProductProcess } from './product-process';
import { copiedFolder, seededMs } from './seeded-folder';
import { createSpent } from './spent';
import { planVisits, type Visit } from './visits';

/** The four calls that nearly every visit makes. */
const kinds = ['open', 'board', 'waiting', 'read'] as const;
const rounds = { toWarmUp: 600, measured: 3_000 };

/** Makes each kind of call so often, one after the other, and prints what CPU one takes, by part of the product. */
export async function runAlone(posts: number): Promise<string> {
  const visits = planVisits(100, (rounds.toWarmUp + rounds.measured) / 100 + 5);
  const dataDir = copiedFolder(posts);
  const product = await startProductProcess({ dataDir, port: 0, openids: [], nowMs: seededMs });
  const lines = createHttpLines(product.port);
  const calls = createCalls(lines);
  const ids: string[] = [];

  const make: Record<(typeof kinds)[number], (visit: Visit, at: number) => Promise<unknown>> = {
    open: ({ openid }) => calls.make(openid, 'open', 'search', 'campaign', { version: bundledVersion }),
    waiting: ({ openid }) => calls.make(openid, 'waiting', 'news', 'waiting', {}),
    async board({ openid, board, place, then, opened }, at) {
      const items = at % 4 === 3 && then !== 'page' ? [then.item] : [];
      const page = await calls.make(openid, 'board', 'search', 'nearby', { board, place, items });
      const post = page?.posts[opened];
      if (post) ids.push(post.id);
    },
    read: ({ openid }, at) => calls.make(openid, 'read', 'posts', 'read', { id: ids[at % ids.length] ?? '' }),
  };

  try {
    const rows: string[][] = [];
    for (const kind of kinds) {
      let at = 0;
      const once = async (): Promise<void> => {
        const visit = visits[at++];
        if (visit) await make[kind](visit, at);
      };
      const many = async (times: number): Promise<void> => {
        for (let done = 0; done < times; done += 1) await once();
      };
      await many(rounds.toWarmUp);
      const spent = createSpent();
      await spent.begin(product);
      await many(rounds.measured);
      const { cpuMs } = await spent.end(product);
      const each = (ms: number): string => (ms / rounds.measured).toFixed(2);
      rows.push([
        kind,
        each(cpuMs.functions),
        each(cpuMs.main + cpuMs.database + cpuMs.files),
        each(cpuMs.collector),
        each(cpuMs.functions + cpuMs.main + cpuMs.database + cpuMs.files + cpuMs.collector),
      ]);
    }
    return table(
      ['CPU ms a call', 'functions', 'gateway, database, HTTP', 'collector, compiler', 'all'],
      rows,
    );
  } finally {
    lines.close();
    await product.end();
  }
}
