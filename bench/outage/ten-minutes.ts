import type { OpenApiProvider } from 'cloudbase-local';
import type { PostDocument } from '../../cloudfunctions/shared/contract/documents';
import { aDraft } from '../../cloudfunctions/shared/testing/a-draft';
import { storeOf } from '../../scripts/operators/store';
import { startProduct, type Product } from '../../tests/integration/product';

export interface OutageOptions {
  /** Published during the outage, as many in each of its minutes. */
  posts: number;
  minutes: number;
  /** The errors that WeChat answers with, in turn. */
  errors: readonly number[];
  atOnce: number;
}

/** What one minute of the platform's clock saw. */
export interface Minute {
  /** Since the outage began. */
  minute: number;
  sent: number;
  public: number;
  waiting: number;
  /** How often WeChat was asked. */
  asked: number;
}

export interface OutageReport {
  minutes: Minute[];
  /** Posts on a board whose note WeChat had not let pass, at the end of any minute. */
  unchecked: number;
  /** Posts that were neither public nor in the queue nor refused in the end. */
  lost: number;
  refused: number;
  queued: number;
  /** Minutes after the outage until nothing waited for WeChat any more. */
  drainedAfter: number;
}

/** What a note holds; every post is of another member. */
const notes = [
  { inHundred: 20, note: '' },
  { inHundred: 2, note: '孩子发烧，王八蛋都走开' },
  { inHundred: 2, note: '老偏方神效，想要布洛芬' },
] as const;
const honest = '老人发烧，想要布洛芬';
/** The backlog must drain within this. */
const mostMinutes = 40;

/** WeChat's text check fails for some minutes while people publish; then it works again, and nothing else is done. */
export async function tenMinutesWithoutChecks({
  posts,
  minutes,
  errors,
  atOnce,
}: OutageOptions): Promise<OutageReport> {
  let isOut = true;
  let asked = 0;
  /** Whose text WeChat has let pass; everybody writes one. */
  const letPass = new Set<string>();
  const wechat =
    (openApi: OpenApiProvider): OpenApiProvider =>
    async (name, args, caller) => {
      // Asked in any case: the stand-in learns from it that the person uses the program, which WeChat wants to see.
      const answer = await openApi(name, args, caller);
      if (!name.endsWith('msgSecCheck')) return answer;
      asked += 1;
      if (isOut) return { errcode: errors[asked % errors.length], errmsg: 'trouble' };
      const { result } = answer as { result?: { suggest: string } };
      if (result?.suggest === 'pass') letPass.add(String(args.openid));
      return answer;
    };
  const product = await startProduct({}, {}, wechat);
  try {
    const report: OutageReport = {
      minutes: [],
      unchecked: 0,
      lost: 0,
      refused: 0,
      queued: 0,
      drainedAfter: 0,
    };
    const known: string[] = [];
    const look = async (minute: number, sent: number): Promise<number> => {
      await product.cloud.clock.advance(60_000, { fire: 'once' });
      const stored = await storedPosts(product, known);
      const open = stored.filter(({ status }) => status === 'published');
      report.unchecked += open.filter(
        ({ note, ownerId }) => note !== '' && !letPass.has(openidOf(ownerId)),
      ).length;
      const waiting = stored.filter(({ review }) => review?.why.includes('platform-unchecked')).length;
      report.minutes.push({ minute, sent, public: open.length, waiting, asked });
      asked = 0;
      return waiting;
    };
    for (let minute = 1; minute <= minutes; minute += 1) {
      const sent = Math.ceil(posts / minutes);
      known.push(...(await publishMany(product, known.length, sent, atOnce)));
      await look(minute, sent);
    }
    isOut = false;
    let waiting = 1;
    while (waiting > 0 && report.drainedAfter < mostMinutes) {
      report.drainedAfter += 1;
      waiting = await look(minutes + report.drainedAfter, 0);
    }
    const stored = await storedPosts(product, known);
    const count = (status: PostDocument['status']) => stored.filter((post) => post.status === status).length;
    report.refused = count('rejected');
    report.queued = count('pending');
    report.lost = known.length - count('published') - report.refused - report.queued;
    return report;
  } finally {
    await product.close();
  }
}

const writerOf = (at: number): string => `writer-${at}`;

/** The account of a writer's person. */
const openidOf = (ownerId: string): string =>
  `openid-${Buffer.from(ownerId, 'hex').toString().replace(/\.+$/, '')}`;

async function publishMany(product: Product, from: number, count: number, atOnce: number): Promise<string[]> {
  const ids: string[] = [];
  let next = from;
  const publishNext = async (): Promise<void> => {
    while (next < from + count) {
      const at = next++;
      const owner = await product.enrol(writerOf(at));
      const draft = aDraft('need', { note: noteOf(at) });
      ids.push(await publishOne(product, draft, owner));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, publishNext));
  return ids;
}

/** Sends a form again as a phone does when no answer comes, which makes no second post. */
async function publishOne(
  product: Product,
  draft: ReturnType<typeof aDraft>,
  owner: string,
  tries = 5,
): Promise<string> {
  const answer = await product.call('posts', 'publish', draft, owner).catch(() => null);
  if (answer?.ok) return answer.output.id;
  if (tries > 1 && (answer === null || answer.error.code === 'busy'))
    return publishOne(product, draft, owner, tries - 1);
  throw new Error(`a post could not be published: ${answer?.error.code ?? 'no answer'}`);
}

/** The kinds of notes in their shares, evenly mixed. */
function noteOf(at: number): string {
  let place = (at * 37) % 100;
  for (const { inHundred, note } of notes) {
    if (place < inHundred) return note;
    place -= inHundred;
  }
  return honest;
}

/** The platform answers at most a megabyte at once. */
const pageSize = 200;

async function storedPosts(product: Product, ids: readonly string[]): Promise<PostDocument[]> {
  const { find } = storeOf(product.cloud.database);
  const stored: PostDocument[] = [];
  for (let at = 0; at < ids.length; at += pageSize) {
    const page = ids.slice(at, at + pageSize);
    stored.push(...((await find('posts', { _id: { $in: page } }, pageSize)) as PostDocument[]));
  }
  return stored;
}
