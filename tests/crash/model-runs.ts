import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { unendedStatuses } from '../../cloudfunctions/shared/domain/post-life';
import { seededRandom } from '../../local/providers/api/provider-faults';
import { booksOf, documents, leaks, readLedger, settle } from '../integration/contact-ledger';
import { startProduct, type Product } from '../integration/product';
import { createPeople } from './model-people';
import { randomFault } from './random-faults';

export interface ModelReport {
  steps: number;
  /** The deeds with their counts, and their answers. */
  done: Record<string, number>;
  wrong: string[];
}

const dayMs = 24 * 3_600_000;
const quotaPerDay = 5;
const unended: readonly PostDocument['status'][] = unendedStatuses;

/**
 * Several people act at random, up to four at once, while the carrier is disturbed at random and the clock runs. Now
 * and then everything rests until it is quiet, and then the books must agree.
 */
export async function modelRuns(
  { steps, seed }: { steps: number; seed: number },
  say: (line: string) => void,
): Promise<ModelReport> {
  const random = seededRandom(seed);
  // Few numbers, so that the pool sometimes runs empty.
  const product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') }, { poolNumbers: 4 });
  const report: ModelReport = { steps: 0, done: {}, wrong: [] };
  const count = (what: string) => void (report.done[what] = (report.done[what] ?? 0) + 1);
  const { faults } = product.providers;
  const advance = (ms: number) => product.cloud.clock.advance(ms, { fire: 'once' });
  try {
    const people = await createPeople(product, random);
    while (report.steps < steps && report.wrong.length === 0) {
      const round = 10 + Math.floor(random() * 25);
      for (let turn = 0; turn < round;) {
        if (random() < 0.15) faults.dypls.add(randomFault(random));
        if (random() < 0.12) faults.dypls.clear();
        const batch = Array.from({ length: 1 + Math.floor(random() * 4) }, () => people.draw());
        const passing = random() < 0.3 ? advance(Math.floor(random() * 90_000)) : undefined;
        for (const { name, answer } of await Promise.all(
          batch.map(async (deed) => ({ name: deed.name, answer: await deed.run() })),
        )) {
          const outcome = outcomeOf(answer);
          count(`${name}: ${outcome}`);
          if (outcome === 'internal') report.wrong.push(`${name} failed unexpectedly`);
        }
        await passing;
        turn += batch.length;
        report.steps += batch.length;
      }
      faults.dypls.clear();
      await people.finish();
      await settle(advance);
      report.wrong.push(...(await wrongs(product)));
      if (random() < 0.3) await advance(Math.floor(random() * 30 * 3_600_000));
    }
  } finally {
    await product.close();
  }
  for (const line of report.wrong) say(`seed ${seed}, step ${report.steps}: ${line}`);
  say(`seed ${seed}: ${report.steps} steps, ${report.wrong.length} wrong`);
  return report;
}

function outcomeOf(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return '-';
  const { ok, error } = answer as { ok: boolean; error?: { code: string } };
  return ok ? 'ok' : (error?.code ?? 'error');
}

/** What must hold when all is quiet, in addition to the ledger: the limits of people and of posts. */
async function wrongs(product: Product): Promise<string[]> {
  const books = booksOf(product);
  const ledger = await readLedger(books);
  const sinceMs = product.cloud.clock.now() - dayMs;
  const found = leaks(ledger, sinceMs);
  const charges = new Map<string, number>();
  for (const { personId, atMs } of ledger.charges)
    if (atMs > sinceMs) charges.set(personId, (charges.get(personId) ?? 0) + 1);
  for (const [personId, used] of charges)
    if (used > quotaPerDay) found.push(`${personId} used ${used} contacts in a day`);
  for (const post of await documents<PostDocument>(books, 'posts')) {
    const open = ledger.open.filter(({ postId }) => postId === post._id).length;
    if (post.portions && open > post.portions.left + 3) found.push(`${post._id} has ${open} open grants`);
    // A hidden post may come back, so its contacts stay.
    if (!unended.includes(post.status) && open > 0)
      found.push(`${post._id} is ${post.status} and has ${open} open grants`);
  }
  return found;
}
