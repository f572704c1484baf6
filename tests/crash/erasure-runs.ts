import { contract } from '../../cloudfunctions/shared/contract/contract';
import { seededRandom } from '../../local/providers/api/provider-faults';
import { booksOf, documents, settle } from '../integration/contact-ledger';
import { personIdOf, startProduct, type Product } from '../integration/product';
import { collections } from '../../scripts/deploy/desired/collections';
import { bytesLeft } from './bytes-left';
import { readingCalls } from './erasure-scenes/calls-without-scene';
import type { Cast, Scene } from './erasure-scenes/cast';
import { scenes } from './erasure-scenes/scenes';
import { filesLeft } from './files-left';
import { drawnOverlaps, overlapsInTurn, type Overlap } from './overlaps';
import { holdOperations, type HeldOperations } from './held-operations';

export interface ErasureReport {
  runs: number;
  /** Overlaps by call. */
  done: Record<string, number>;
  wrong: string[];
}

/** The number of overlaps after which everything rests and is checked. */
const runsBetweenLooks = 100;
/** A busy machine refuses an erasure now and then. */
const mostErasures = 20;
const hourMs = 3_600_000;

export interface ErasureRuns {
  runs: number;
  seed: number;
  /**
   * `in turn`: at each operation of a call the whole erasure, at each operation of the erasure the whole call, and, for the rest of
   * the runs, both at random. `drawn`: any of these.
   */
  order: 'in turn' | 'drawn';
  /** Only each `of`-th scene, from the `part`-th on; every scene when absent. */
  share?: { part: number; of: number };
  /** Only scenes of this call. */
  only?: string;
}

/** Every writing call overlaps an erasure. Then time passes, and nothing may be left of any erased person. */
export async function erasureRuns(
  { runs, seed, order, share = { part: 1, of: 1 }, only }: ErasureRuns,
  say: (line: string) => void,
): Promise<ErasureReport> {
  const random = seededRandom(seed);
  const product = await startProduct({ nowMs: Date.parse('2022-12-20T10:00:00+08:00') });
  const report: ErasureReport = { runs: 0, done: {}, wrong: unlistedCalls() };
  const erased = new Set<string>();
  const hold = holdOperations(product.cloud);
  const operator = await product.enrol('operator', { role: 'operator' });
  try {
    const chosen = [...scenes.keys()].filter(
      (scene) => scene % share.of === share.part - 1 && (only === undefined || scenes[scene]?.[0] === only),
    );
    const overlaps = order === 'in turn' ? overlapsInTurn : drawnOverlaps;
    for (const overlap of overlaps(chosen, random)) {
      if (report.runs >= runs || report.wrong.length > 0) break;
      const [name, make] = scenes[overlap.scene] ?? fail('no scene');
      const cast = await castOf(product, operator, report.runs);
      const scene = await make(cast);
      for (const account of scene.accounts) erased.add(account).add(await personBehind(product, account));
      const how = `seed ${seed}: ${name} (${overlap.scene}) ${overlap.kind} ${overlap.point}`;
      const { reached, wrong } = await run(product, hold, scene, overlap, random);
      for (const account of scene.accounts) erased.add(await personBehind(product, account));
      report.wrong.push(...wrong.map((line) => `${how}: ${line}`));
      if (!reached) overlap.wasLast();
      report.runs += 1;
      report.done[name] = (report.done[name] ?? 0) + 1;
      if (report.runs % runsBetweenLooks === 0) await look(product, erased, report, say);
    }
    await look(product, erased, report, say);
    const spared = await peopleToBlock(product);
    await product.cloud.close();
    // The same look finds those who stayed, so it is no look past the files.
    if (report.runs > 0 && bytesLeft(product.dataDir, new Set(['openid-o0'])).length === 0)
      report.wrong.push('the bytes of the data folder name nobody at all');
    report.wrong.push(...bytesLeft(product.dataDir, new Set([...erased].filter((id) => !spared.has(id)))));
  } finally {
    await product.close();
  }
  for (const line of report.wrong) say(line);
  return report;
}

async function run(
  product: Product,
  hold: HeldOperations,
  { act, erasing }: Scene,
  { kind, point }: Overlap,
  random: () => number,
): Promise<{ reached: boolean; wrong: string[] }> {
  const wrong: string[] = [];
  const erase = () => product.call('identity', 'eraseMyData', { confirm: true }, erasing);
  const noting = (work: () => Promise<unknown>) => async () => {
    const answer = await work().catch(cutShort);
    const text = JSON.stringify(answer ?? null);
    if (text.includes('"internal"')) wrong.push(`${text} ${logOf(product, text)}`);
    return answer;
  };
  let isErased = false;
  const erasure = noting(async () => {
    const answer = await erase();
    isErased = answer.ok;
    return answer;
  });
  const call = noting(act);
  const reached =
    kind === 'at random'
      ? (await hold.shuffled(call, erasure, random), true)
      : kind === 'call within the erasure, at'
        ? (await hold.within(erasure, point, call)).reached
        : (await hold.within(call, point, erasure)).reached;
  // If the other work ended too early, there was no overlap, and nothing is checked.
  for (let more = 0; (more === 0 && !reached) || !isErased; more += 1) {
    const answer = await erase().catch(cutShort);
    isErased ||= answer?.ok === true;
    if (more === mostErasures) throw new Error(`no erasure succeeds: ${JSON.stringify(answer)}`);
  }
  return { reached, wrong };
}

/** What the functions logged about an answer. */
function logOf({ cloud }: Product, answer: string): string {
  const [, requestId = ''] = /"requestId":"([\w-]+)"/.exec(answer) ?? [];
  return cloud
    .logs(requestId)
    .map(({ text }) => text)
    .join(' ');
}

/** A call that the platform ends for its time has done a part of its work; the erasure must cope with that, too. */
function cutShort(error: unknown): null {
  if (/time limit exceeded/.test(String(error))) return null;
  throw error;
}

/** Lets a day pass, so that timers finish interrupted work and forget what they may. */
async function look(
  product: Product,
  erased: Set<string>,
  report: ErasureReport,
  say: (line: string) => void,
): Promise<void> {
  const advance = (ms: number) => product.cloud.clock.advance(ms, { fire: 'once' });
  await settle(advance);
  for (const hours of [2, 23, 2]) await advance(hours * hourMs);
  const leftNow = async () => [...(await whatIsLeft(product, erased)), ...(await filesLeft(product))];
  let left = await leftNow();
  // A run of the timer is bounded, so many erasures take several runs.
  for (let more = 0; left.length > 0 && more < 12; more += 1) {
    await advance(hourMs);
    left = await leftNow();
  }
  report.wrong.push(...left);
  say(`${report.runs} overlaps, ${report.wrong.length} wrong`);
}

async function whatIsLeft(product: Product, erased: ReadonlySet<string>): Promise<string[]> {
  const left: string[] = [];
  const books = booksOf(product);
  const spared = await peopleToBlock(product);
  const marks = /[0-9a-f]{32}|(?:openid|fresh)-[\w-]+/g;
  for (const { collectionName } of collections)
    for (const document of await documents(books, collectionName))
      for (const [mark] of JSON.stringify(document).matchAll(marks))
        if (erased.has(mark) && !(collectionName === 'reviews' && spared.has(mark)))
          left.push(`${collectionName} still names ${mark}`);
  const posts = new Set((await documents(books, 'posts')).map(({ _id }) => _id));
  for (const { _id } of await documents(books, 'admissions'))
    if (!posts.has(_id)) left.push(`admissions of a post that is gone: ${String(_id)}`);
  return left;
}

/** Those whom a volunteer proposed to block: that outlives an erasure until it is decided, on purpose. */
async function peopleToBlock(product: Product): Promise<Set<string>> {
  const reviews = await documents<{ kind: string; ownerId: string }>(booksOf(product), 'reviews');
  return new Set(reviews.filter(({ kind }) => kind === 'block').map(({ ownerId }) => ownerId));
}

async function castOf(product: Product, operator: string, run: number): Promise<Cast> {
  const name = `e${run}`;
  const first = await product.enrol(name);
  const second = await product.enrol(`${name}-b`, { personId: personIdOf(name) });
  const fresh = `fresh-${run}`;
  return {
    product,
    leaver: { first, second, personId: personIdOf(name) },
    other: await product.enrol(`o${run}`),
    operator,
    fresh,
    card: product.providers.register.cardOf(fresh),
  };
}

/** The person behind an account; the account itself when there is none. */
async function personBehind({ cloud }: Product, openid: string): Promise<string> {
  const { data } = await cloud.database.handle('database.getDocument', {
    collectionName: 'members',
    queryType: 'WHERE',
    query: JSON.stringify({ _id: openid }),
    limit: 1,
  });
  const [text = '{}'] = (data as { list: string[] }).list;
  return (JSON.parse(text) as { personId?: string | null }).personId ?? openid;
}

/** Calls of the contract that the model does not know. */
function unlistedCalls(): string[] {
  const known = new Set<string>([...readingCalls, ...scenes.map(([name]) => name)]);
  return Object.entries(contract).flatMap(([functionName, calls]) =>
    Object.keys(calls)
      .map((call) => `${functionName}.${call}`)
      .filter((name) => !known.has(name))
      .map((name) => `${name} has no scene (tests/crash/erasure-scenes/)`),
  );
}

function fail(sentence: string): never {
  throw new Error(sentence);
}
